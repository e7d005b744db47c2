package fr.perisco.domain.recovery;

import java.util.Locale;

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

    /** As it is typed and shown. */
    @Override
    public String toString() {
        return code();
    }
}
