package fr.perisco.exchange.csv;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A field's text made fit to keep: outer spaces gone, line breaks and tabs turned into spaces, letters composed, and the
 * apostrophe that guards a formula taken off again.
 */
final class Cleaned {
    private static final Pattern GAP = Pattern.compile("[\\t\\r\\n\u00a0\u2028\u2029]+");
    private static final char FIRST_COMBINING = '\u0300';

    private Cleaned() {}

    /** Whether a text is fit to keep as it stands: letters of western Europe, signs, and spaces within. */
    static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUsual(text.charAt(i))) {
                return false;
            }
        }
        return isUsualAtItsEnds(text);
    }

    /** A letter of western Europe, a sign, or a space. */
    static boolean isUsual(char letter) {
        return (letter >= ' ' && letter < 0x7f) || (letter > '\u00a0' && letter < FIRST_COMBINING);
    }

    /** Whether a text of such letters is fit to keep as it stands. */
    static boolean isUsualAtItsEnds(String text) {
        return text.isEmpty() || (text.charAt(0) > '\'' && text.charAt(text.length() - 1) > ' ');
    }

    static String of(String raw) {
        boolean hasGap = false;
        boolean composed = true;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter < ' ' || letter == '\u00a0' || letter == '\u2028' || letter == '\u2029') {
                hasGap = true;
            } else if (letter >= FIRST_COMBINING) {
                composed = false;
            }
        }
        String text = hasGap ? GAP.matcher(raw).replaceAll(" ") : raw;
        text = (composed ? text : Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** The first character that no name or address holds (control, escape, reversed writing); -1 when there is none. */
    static int hostileIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter < ' ' || letter >= 0x7f) && isHostile(letter)) {
                return letter;
            }
        }
        return -1;
    }

    private static boolean isHostile(char letter) {
        boolean reverses = (letter >= '\u202a' && letter <= '\u202e') || (letter >= '\u2066' && letter <= '\u2069');
        return Character.isISOControl(letter) || reverses || letter == '\ufffd';
    }
}
