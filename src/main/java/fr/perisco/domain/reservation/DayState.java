package fr.perisco.domain.reservation;

import java.util.Locale;

/** The state of a child, a unit and a day (contract, rule 4.4). */
public enum DayState {
    NONE,
    REQUESTED,
    WAITING,
    BOOKED,
    CANCEL_REQUESTED,
    CANCELLED,
    CANCELLED_LATE,
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
