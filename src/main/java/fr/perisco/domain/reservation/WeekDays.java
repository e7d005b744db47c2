package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;

/**
 * What becomes of the days of one month that a typical week names in one registration (contract, rule 4.5).
 *
 * @param booked to be booked now
 * @param alreadyBooked booked before, in this registration or another of the child
 * @param keptCancelled cancelled by hand, and left so
 * @param closed days of the registration on which the unit is closed
 * @param debt days that would be booked if the family did not owe too much
 * @param tooLate open days whose deadline has passed
 * @param toWait full days for which the child joins the waiting list
 * @param full full days for which it does not wait
 * @param waiting full days for which the child waits already
 */
public record WeekDays(
        DaySet booked,
        DaySet alreadyBooked,
        DaySet keptCancelled,
        DaySet closed,
        DaySet debt,
        DaySet tooLate,
        DaySet toWait,
        DaySet full,
        DaySet waiting) {
    /**
     * The days on which the unit is open, and the days still in time.
     *
     * @param inTime those of the open days whose deadline is still to come
     */
    public record Bookable(DaySet open, DaySet inTime) {}

    /**
     * Sorts the days out.
     *
     * @param named the days that the week names inside registration and activity
     * @param taken the days on which the child is booked, in any of its registrations
     * @param cancelled the days cancelled by hand
     * @param asked the days for which the child waits
     * @param full the days on which the unit has no place left
     * @param mayWait whether a full day is waited for
     */
    public static WeekDays of(
            DaySet named,
            Bookable bookable,
            DaySet taken,
            DaySet cancelled,
            DaySet asked,
            DaySet full,
            boolean mayWait) {
        DaySet open = named.intersect(bookable.open());
        DaySet free = open.minus(taken).minus(cancelled);
        DaySet wanted = free.minus(asked);
        DaySet inTime = wanted.intersect(bookable.inTime());
        return new WeekDays(
                inTime.minus(full),
                open.intersect(taken),
                open.intersect(cancelled).minus(taken),
                named.minus(bookable.open()),
                DaySet.EMPTY,
                wanted.minus(bookable.inTime()),
                mayWait ? inTime.intersect(full) : DaySet.EMPTY,
                mayWait ? DaySet.EMPTY : inTime.intersect(full),
                free.intersect(asked));
    }

    /** The same for a family that may not book before it pays: what would be booked or waited for is not. */
    public WeekDays refusedForDebt() {
        return new WeekDays(
                DaySet.EMPTY,
                alreadyBooked,
                keptCancelled,
                closed,
                booked.union(toWait).union(full),
                tooLate,
                DaySet.EMPTY,
                DaySet.EMPTY,
                waiting);
    }
}
