package fr.perisco.workflow;

import fr.perisco.domain.reason.Misused;

/** A name, an address or another short text that a clerk typed. */
final class TypedText {
    private static final int LONGEST = 200;

    private TypedText() {}

    /**
     * Without spaces around it.
     *
     * @throws Misused when it is longer than 200 characters, or holds signs that change how others are shown
     */
    static String of(String text) {
        String typed = text.strip();
        if (typed.length() > LONGEST || typed.codePoints().anyMatch(TypedText::isHostile)) {
            throw Misused.because("contact.text", LONGEST);
        }
        return typed;
    }

    private static boolean isHostile(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }
}
