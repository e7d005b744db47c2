package fr.perisco.exchange.mail;

import java.util.regex.Pattern;

/** A text on its way into one line: what would break the line or steer a reader's screen becomes a space, what nobody sees goes. */
final class PlainLine {
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private PlainLine() {}

    static String of(String text) {
        return UNSEEN.matcher(STEERING.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }
}
