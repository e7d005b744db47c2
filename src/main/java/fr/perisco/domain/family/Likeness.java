package fr.perisco.domain.family;

import java.util.Locale;

/** Why two families may be one. */
public enum Likeness {
    /** Each has a child of the same name and birth date, on a record of its own. */
    CHILD,
    /** A guardian of each has the same e-mail. */
    EMAIL,
    /** A guardian of each has the same phone. */
    PHONE,
    /** A guardian of each has the same name, and the families have the same postcode. */
    GUARDIAN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
