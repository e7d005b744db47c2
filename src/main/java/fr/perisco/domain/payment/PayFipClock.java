package fr.perisco.domain.payment;

import fr.perisco.domain.calendar.WrittenDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and times as PayFiP writes them, {@code ddMMyyyy} and {@code HHmm}, Europe/Paris; also as a spreadsheet leaves them,
 * which drops leading zeros, and as the office's own files write them.
 */
public final class PayFipClock {
    private static final Pattern DAY = Pattern.compile("(?<day>\\d{1,2})(?<month>\\d{2})(?<year>\\d{4})");
    private static final Pattern TIME = Pattern.compile("\\d{1,4}|\\d{1,2}:\\d{2}(:\\d{2})?");

    private PayFipClock() {}

    /** The day; empty when the text is none. */
    public static Optional<LocalDate> day(String text) {
        Matcher written = DAY.matcher(text);
        return written.matches()
                ? WrittenDay.parse(written.group("day") + "/" + written.group("month") + "/" + written.group("year"))
                : WrittenDay.parse(text);
    }

    /** The time to the minute; empty when the text is none. */
    public static Optional<LocalTime> time(String text) {
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        int number =
                Integer.parseInt(colon < 0 ? text : text.substring(0, colon) + text.substring(colon + 1, colon + 3));
        try {
            return Optional.of(LocalTime.of(number / 100, number % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
