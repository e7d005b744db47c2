package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;

/**
 * What becomes of the days of one unit and month that a registration no longer covers, because it ends earlier.
 *
 * <p>A day that could still be cancelled is taken back, unbilled. Of the others the child is not expected any more, but they
 * are billed as days cancelled late are (tutorial, "Tout repas commandé et non annulé à temps sera facturé"; contract, rules
 * 4.5 and 4.6), unless they are waived. A day on which the child came stays as it is.
 *
 * @param sets what the month's sets have become
 * @param takenBack days that are not billed, being in time
 * @param billed days that stay billed
 * @param waived days that would have been billed
 */
public record DaysBeyond(ReservationMonth sets, DaySet takenBack, DaySet billed, DaySet waived) {
    /**
     * Sorts the days out.
     *
     * @param beyond the days of the month after the registration's last one
     * @param inTime those whose deadline for cancelling is still to come
     * @param waive whether the late ones are never billed
     */
    public static DaysBeyond of(ReservationMonth before, DaySet beyond, DaySet inTime, boolean waive) {
        DaySet recorded = before.present().union(before.absent()).union(before.excused());
        DaySet booked = before.booked().intersect(beyond);
        DaySet takenBack = booked.intersect(inTime).minus(before.present());
        DaySet late = booked.minus(takenBack);
        DaySet billable = late.union(before.cameUnbooked().intersect(beyond)).minus(before.excused());
        ReservationMonth left = before.takeBack(takenBack);
        return waive
                ? new DaysBeyond(left.waive(billable), takenBack, DaySet.EMPTY, billable)
                : new DaysBeyond(left.cancelLate(late.minus(recorded)), takenBack, billable, DaySet.EMPTY);
    }
}
