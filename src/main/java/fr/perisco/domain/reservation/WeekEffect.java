package fr.perisco.domain.reservation;

import java.util.Locale;

/** What becomes of a day when typical weeks are applied to an opening that moved. */
public enum WeekEffect {
    BOOKED,
    /** A full day, for which the child waits from now on. */
    WAITING,
    /** A rule names the day, but it can no longer be added. */
    TOO_LATE,
    /** A rule names the day, but the family owes too much to book. */
    DEBT,
    /** Closed now: no longer booked, and not billed. */
    TAKEN_BACK,
    /** Closed now: no longer waited for. */
    WITHDRAWN,
    /** Open again after it was taken back, and no rule names it. */
    NOT_RESTORED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
