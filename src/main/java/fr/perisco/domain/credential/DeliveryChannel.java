package fr.perisco.domain.credential;

import java.util.Locale;

/** The way in which a family gets its password. */
public enum DeliveryChannel {
    /** A sheet of paper, or the file to print it from. */
    SHEET,
    MAIL;

    /** Reads what {@link #code} wrote. */
    public static DeliveryChannel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** As it is stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
