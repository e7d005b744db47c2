package fr.perisco.exchange.mail;

import java.util.regex.Pattern;

/** A text on its way into one line: what would break the line or steer a reader's screen becomes a space. */
final class PlainLine {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private PlainLine() {}

    static String of(String text) {
        return STEERING.matcher(text).replaceAll(" ").strip();
    }
}
