package fr.perisco.domain.consumption;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.ReservationMonth;

/**
 * What is billed of a month's sets (contract, rule 4.6).
 *
 * @param billed days at the tariff's price: booked or cancelled late, or attended without booking; not the excused and waived
 * @param surcharged those of them attended without booking, which carry the surcharge as well
 */
public record Consumption(DaySet billed, DaySet surcharged) {
    public static Consumption of(ReservationMonth sets) {
        return of(sets.booked(), sets.waived(), sets.present(), sets.excused());
    }

    /** The same from the sets that matter; days cancelled late are among the booked. */
    public static Consumption of(DaySet booked, DaySet waived, DaySet present, DaySet excused) {
        DaySet cameUnbooked = present.minus(booked).minus(waived);
        return new Consumption(booked.union(cameUnbooked).minus(excused), cameUnbooked);
    }

    /** What of it lies on some days. */
    public Consumption on(DaySet days) {
        return new Consumption(billed.intersect(days), surcharged.intersect(days));
    }

    public boolean isEmpty() {
        return billed.isEmpty();
    }
}
