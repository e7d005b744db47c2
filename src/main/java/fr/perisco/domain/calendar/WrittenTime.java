package fr.perisco.domain.calendar;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people write it: {@code 07:45}, {@code 7:45}, {@code 07:45:00}, {@code 7h45} or {@code 17h}. */
public final class WrittenTime {
    private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)(?::00)?");
    private static final Pattern FRENCH = Pattern.compile("([01]?\\d|2[0-3]) ?[hH] ?([0-5]\\d)?");

    private WrittenTime() {}

    /** The time, to the minute; empty when the text is none. */
    public static Optional<LocalTime> parse(String text) {
        Matcher clock = CLOCK.matcher(text);
        Matcher written = clock.matches() ? clock : FRENCH.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String minute = written.group(2);
        return Optional.of(
                LocalTime.of(Integer.parseInt(written.group(1)), minute == null ? 0 : Integer.parseInt(minute)));
    }
}
