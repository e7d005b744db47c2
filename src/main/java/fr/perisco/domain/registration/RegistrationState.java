package fr.perisco.domain.registration;

import java.util.Locale;

/** Only an accepted registration lets days be reserved. */
public enum RegistrationState {
    PENDING,
    ACCEPTED,
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RegistrationState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
