package fr.perisco.domain.payment;

import java.util.Locale;

/** Why money left again. */
public enum PayoutKind {
    /** The family got it back. */
    REFUND,
    /** The bank took a payment back. */
    BOUNCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PayoutKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
