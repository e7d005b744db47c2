package fr.perisco.domain.reservation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The state that a code names; empty when there is none. */
    public static Optional<DayState> parse(String code) {
        return Arrays.stream(values())
                .filter(state -> state != NONE && state.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** As lists show it; empty where nothing is booked or asked for. */
    public String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
