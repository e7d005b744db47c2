package fr.perisco.domain.family;

import java.util.Locale;

/** What a quotient record is worth on a day. */
public enum QuotientState {
    PAST,
    IN_FORCE,
    TO_COME;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
