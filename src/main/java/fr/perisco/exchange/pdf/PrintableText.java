package fr.perisco.exchange.pdf;

import java.text.Normalizer;

/**
 * Text as it may be printed: composed (NFC), without control characters, invisible formatting and changes of
 * direction. A line end or a tab becomes a space, so that a name can't forge a second line.
 */
final class PrintableText {

    static final char NO_BREAK_SPACE = '\u00A0';
    private static final char NARROW_NO_BREAK_SPACE = '\u202F';

    private PrintableText() {}

    static String of(CharSequence text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> append(printable, codePoint));
        return mayCompose(printable) ? Normalizer.normalize(printable, Normalizer.Form.NFC) : printable.toString();
    }

    /** Below U+0300 there is no combining mark: composed already. */
    private static boolean mayCompose(CharSequence text) {
        return text.chars().anyMatch(c -> c >= 0x300);
    }

    private static void append(StringBuilder printable, int codePoint) {
        if (codePoint == NO_BREAK_SPACE || codePoint == NARROW_NO_BREAK_SPACE) {
            printable.append(NO_BREAK_SPACE);
            return;
        }
        switch (Character.getType(codePoint)) {
            case Character.CONTROL -> {
                if (Character.isWhitespace(codePoint) || codePoint == 0x85) {
                    printable.append(' ');
                }
            }
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                printable.append(' ');
            case Character.FORMAT -> {}
            default -> {
                if (!isVariationSelector(codePoint)) {
                    printable.appendCodePoint(codePoint);
                }
            }
        }
    }

    private static boolean isVariationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
