package fr.perisco.domain.credential;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a family is with its password. */
public enum CredentialState {
    /** It has none. */
    NONE,
    /** It has the one that the office drew, and must change it when it first logs in. */
    ISSUED,
    /** It chose its own. */
    CHANGED,
    /** Too many wrong passwords were given: for a while none is looked at. */
    LOCKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a state by its code; empty when there is none such. */
    public static Optional<CredentialState> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
