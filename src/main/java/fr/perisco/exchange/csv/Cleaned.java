package fr.perisco.exchange.csv;

import java.text.Normalizer;

/**
 * A field's text made fit to keep: outer spaces gone, line breaks and tabs turned into spaces, letters composed, and the
 * apostrophe that guards a formula taken off again.
 *
 * @param hostile the first character that no name or address holds (control, escape, reversed writing); -1 when there is none
 */
record Cleaned(String text, int hostile) {
    static Cleaned of(String raw) {
        int hostile = -1;
        boolean plain = true;
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter >= 0x20 && letter < 0x7f) {
                continue;
            }
            plain = false;
            if (hostile < 0 && isHostile(letter)) {
                hostile = letter;
            }
        }
        String text = raw;
        if (!plain) {
            text = Normalizer.normalize(raw.replaceAll("[\\t\\r\\n\u00a0]+", " "), Normalizer.Form.NFC);
        }
        text = text.strip();
        if (text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0) {
            text = text.substring(1);
        }
        return new Cleaned(text, hostile);
    }

    private static boolean isHostile(char letter) {
        boolean space = letter == '\t' || letter == '\n' || letter == '\r';
        boolean reverses = (letter >= '\u202a' && letter <= '\u202e') || (letter >= '\u2066' && letter <= '\u2069');
        return (Character.isISOControl(letter) && !space) || reverses || letter == '\ufffd';
    }
}
