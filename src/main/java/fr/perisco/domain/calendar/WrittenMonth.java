package fr.perisco.domain.calendar;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month as people write it: {@code 2016-11} or {@code 11/2016}. */
public final class WrittenMonth {
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])");
    private static final Pattern FRENCH = Pattern.compile("(?<month>0?[1-9]|1[0-2])/(?<year>\\d{4})");

    private WrittenMonth() {}

    /** The month; empty when the text is none. */
    public static Optional<YearMonth> parse(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher written = iso.matches() ? iso : FRENCH.matcher(text);
        return written.matches()
                ? Optional.of(
                        YearMonth.of(Integer.parseInt(written.group("year")), Integer.parseInt(written.group("month"))))
                : Optional.empty();
    }
}
