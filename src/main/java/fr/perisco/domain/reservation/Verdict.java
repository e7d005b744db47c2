package fr.perisco.domain.reservation;

import java.util.Locale;

/** What became of one day that was asked for. */
public enum Verdict {
    BOOKED,
    ALREADY_BOOKED,
    WAITING,
    ALREADY_WAITING,
    CANCELLED,
    CANCELLED_LATE,
    ALREADY_CANCELLED,
    WAIVED,
    CLOSED,
    TOO_LATE,
    FULL,
    NOT_REGISTERED,
    /** The family owes more than it may when it books. */
    DEBT,
    NOT_BOOKED,
    /** A typical week that a family asked for is kept as a rule. */
    KEPT,
    /** A document that a family asked for is in the queue of mails. */
    MAILED,
    /** A code or a login names nothing, or there is no such document. */
    UNKNOWN,
    /** The login is another family's. */
    OTHER_FAMILY,
    /** The school year is not loaded. */
    NO_CALENDAR,
    /** The day has come, and no place was free until then. */
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the rules say no, so that a list that holds such a day is refused as a whole. */
    public boolean refuses() {
        return switch (this) {
            case CLOSED, TOO_LATE, FULL, NOT_REGISTERED, DEBT, NOT_BOOKED, UNKNOWN, OTHER_FAMILY, NO_CALENDAR -> true;
            default -> false;
        };
    }

    public boolean changesSomething() {
        return switch (this) {
            case BOOKED, WAITING, CANCELLED, CANCELLED_LATE, WAIVED, KEPT, MAILED, EXPIRED -> true;
            default -> false;
        };
    }
}
