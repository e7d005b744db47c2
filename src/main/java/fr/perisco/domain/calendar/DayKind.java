package fr.perisco.domain.calendar;

import java.util.Locale;

/** What a day is to the school, or why it is not a school day. */
public enum DayKind {
    SCHOOL_DAY,
    WORKING_DAY,
    ANY_DAY,
    WEEKEND,
    PUBLIC_HOLIDAY,
    SCHOOL_HOLIDAYS,
    SCHOOL_CLOSED;

    /** The code that files, lists and bundles use: {@code school-day}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
