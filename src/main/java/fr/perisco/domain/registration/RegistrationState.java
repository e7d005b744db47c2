package fr.perisco.domain.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Only an accepted registration lets days be reserved. */
public enum RegistrationState {
    PENDING,
    ACCEPTED,
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a state by its code; empty when there is none such. */
    public static Optional<RegistrationState> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    public static RegistrationState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
