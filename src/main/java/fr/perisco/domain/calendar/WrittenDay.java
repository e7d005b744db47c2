package fr.perisco.domain.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day as people and files write it: {@code 2016-11-03} or {@code 03/11/2016}. */
public final class WrittenDay {
    private static final Pattern FRENCH = Pattern.compile("(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})");
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})");

    private WrittenDay() {}

    /** The day; empty when the text is none. */
    public static Optional<LocalDate> parse(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher written = iso.matches() ? iso : FRENCH.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(written.group("year")),
                    Integer.parseInt(written.group("month")),
                    Integer.parseInt(written.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
