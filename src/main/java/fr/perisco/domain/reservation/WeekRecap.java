package fr.perisco.domain.reservation;

/**
 * How many days typical weeks booked, and why not the others.
 *
 * @param waiting days for which the child waits, from now on or since an earlier time
 * @param takenBack days that a former rule had booked and no rule names any more
 */
public record WeekRecap(
        long booked, long alreadyBooked, long keptCancelled, long closed, long tooLate, long waiting, long takenBack) {
    public static final WeekRecap NOTHING = new WeekRecap(0, 0, 0, 0, 0, 0, 0);

    public WeekRecap plus(WeekDays days) {
        return new WeekRecap(
                booked + days.booked().size(),
                alreadyBooked + days.alreadyBooked().size(),
                keptCancelled + days.keptCancelled().size(),
                closed + days.closed().size(),
                tooLate + days.tooLate().size(),
                waiting + days.toWait().size() + days.waiting().size(),
                takenBack);
    }

    public WeekRecap takenBack(int days) {
        return new WeekRecap(booked, alreadyBooked, keptCancelled, closed, tooLate, waiting, takenBack + days);
    }
}
