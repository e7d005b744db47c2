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
        DaySet cameUnbooked = sets.present().minus(sets.booked()).minus(sets.waived());
        DaySet billed = sets.booked().union(cameUnbooked).minus(sets.excused());
        return new Consumption(billed, cameUnbooked);
    }

    public boolean isEmpty() {
        return billed.isEmpty();
    }
}
