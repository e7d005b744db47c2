package fr.perisco.domain.report;

import java.util.Locale;

/** What became of a child's day at a unit. Outcomes may overlap: an excused day was booked. */
public enum DayOutcome {
    /** Booked and not cancelled, whether the child came or not. */
    BOOKED,
    /** Cancelled in time or waived: not billed. */
    CANCELLED,
    /** Cancelled after the deadline: billed. */
    CANCELLED_LATE,
    /** Came without booking. */
    UNBOOKED,
    /** Did not come, excused: not billed. */
    EXCUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
