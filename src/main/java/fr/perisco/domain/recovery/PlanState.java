package fr.perisco.domain.recovery;

import java.util.Locale;
import java.util.Optional;

/** How a payment plan stands on a day. */
public enum PlanState {
    /** All that is due so far was paid. */
    KEPT,
    /** An instalment's day is over, and it was not paid whole. */
    MISSED,
    /** Nothing is left to pay. */
    PAID,
    /** Ended by the office before it was paid. */
    ENDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PlanState> parse(String code) {
        for (PlanState state : values()) {
            if (state.code().equalsIgnoreCase(code.strip())) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** As it is typed and shown. */
    @Override
    public String toString() {
        return code();
    }
}
