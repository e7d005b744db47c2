package fr.perisco.domain.calendar;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as scripts write it, {@code 2016-11-07T08:59} or {@code 2016-11-07T08:59:30}, Europe/Paris wall time. */
public final class WrittenMoment {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

    private static final Pattern IN_FILES =
            Pattern.compile("(?<day>[\\d/-]{8,10})[T ](?<hours>\\d{2}):(?<minutes>\\d{2})(:(?<seconds>\\d{2}))?");

    private WrittenMoment() {}

    /** The moment; empty when the text is none. */
    public static Optional<LocalDateTime> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same as people and portals write it in files: a day in either of its forms, a T or a space, a time. */
    public static Optional<LocalDateTime> parseInFile(String text) {
        Matcher written = IN_FILES.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        String seconds = written.group("seconds");
        return WrittenDay.parse(written.group("day"))
                .flatMap(day -> parse(day + "T" + written.group("hours") + ":" + written.group("minutes") + ":"
                        + (seconds == null ? "00" : seconds)));
    }
}
