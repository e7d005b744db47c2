package fr.perisco.domain.reservation;

/**
 * How many days typical weeks booked, and why not the others.
 *
 * @param debt days not booked because the family owes too much
 * @param waiting days for which the child waits, from now on or since an earlier time
 * @param full days without a place left for which it does not wait
 * @param takenBack days that a rule had booked and no rule names any more
 * @param heldBack days of the same kind that stay booked, for it is too late to cancel them
 */
public record WeekRecap(
        long booked,
        long alreadyBooked,
        long keptCancelled,
        long closed,
        long debt,
        long tooLate,
        long waiting,
        long full,
        long takenBack,
        long heldBack) {
    public static final WeekRecap NOTHING = new WeekRecap(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public WeekRecap plus(WeekDays days) {
        return new WeekRecap(
                booked + days.booked().size(),
                alreadyBooked + days.alreadyBooked().size(),
                keptCancelled + days.keptCancelled().size(),
                closed + days.closed().size(),
                debt + days.debt().size(),
                tooLate + days.tooLate().size(),
                waiting + days.toWait().size() + days.waiting().size(),
                full + days.full().size(),
                takenBack,
                heldBack);
    }

    /** Counts days that a rule gave up. */
    public WeekRecap givenUp(int taken, int held) {
        return new WeekRecap(
                booked,
                alreadyBooked,
                keptCancelled,
                closed,
                debt,
                tooLate,
                waiting,
                full,
                takenBack + taken,
                heldBack + held);
    }
}
