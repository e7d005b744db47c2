package fr.perisco.workflow;

import fr.perisco.domain.reason.Misused;

/** A name, an address or another short text that a clerk typed. */
final class TypedText {
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 1_000;

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

    /**
     * A reason or a remark, without spaces around it.
     *
     * @throws Misused when it is longer than 1000 characters, or holds signs that change how others are shown
     */
    static String reason(String text) {
        String typed = text.strip();
        if (typed.length() > LONGEST_REASON || typed.codePoints().anyMatch(TypedText::isHostile)) {
            throw Misused.because("contact.text", LONGEST_REASON);
        }
        return typed;
    }

    private static boolean isHostile(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
