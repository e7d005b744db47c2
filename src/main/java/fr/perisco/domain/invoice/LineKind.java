package fr.perisco.domain.invoice;

import java.util.Locale;

/** What a line bills. */
public enum LineKind {
    DAYS,
    SURCHARGE,
    ADJUSTMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static LineKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
