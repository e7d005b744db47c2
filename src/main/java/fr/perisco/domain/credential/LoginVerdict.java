package fr.perisco.domain.credential;

import java.util.Locale;

/** What a portal is told of a login and a password. */
public enum LoginVerdict {
    /** They belong together. */
    OK,
    /** They belong together, but the password is the one that the office drew: nothing is open until it is changed. */
    MUST_CHANGE,
    /** They do not belong together, or nobody has that login: which of the two is not said. */
    WRONG,
    /** Too many wrong passwords were given: for a while none is looked at, right or wrong. */
    LOCKED;

    /** The word that scripts read, such as {@code must-change}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the password was the right one. */
    public boolean isRight() {
        return this == OK || this == MUST_CHANGE;
    }
}
