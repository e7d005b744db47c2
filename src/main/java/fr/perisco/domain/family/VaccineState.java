package fr.perisco.domain.family;

import java.util.Locale;

/** Whether a child's vaccines last, as far as the office was told. */
public enum VaccineState {
    UNKNOWN,
    VALID,
    OUTDATED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
