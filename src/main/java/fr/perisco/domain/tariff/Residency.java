package fr.perisco.domain.tariff;

import java.util.Locale;

/** Whom a tariff row is for. */
public enum Residency {
    YES,
    NO,
    BOTH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Residency ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean covers(boolean resident) {
        return this == BOTH || this == (resident ? YES : NO);
    }
}
