package fr.perisco.domain.recovery;

import java.util.Locale;

/** How one instalment stands on a day. */
public enum InstalmentState {
    PAID,
    /** Its day is over, and it was not paid whole. */
    MISSED,
    /** Its day is still to come, or is this one. */
    TO_COME;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
