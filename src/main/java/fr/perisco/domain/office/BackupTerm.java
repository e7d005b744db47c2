package fr.perisco.domain.office;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many backups of one rhythm are kept: {@code 7d}, {@code 4w} or {@code 12m}; in French also {@code 7j} and {@code 4s}.
 *
 * @param count how many, from 1 to 9999
 */
public record BackupTerm(int count, Rhythm rhythm) {
    private static final Pattern WRITTEN = Pattern.compile("0*([1-9][0-9]{0,3})([djwsm])");

    /** Of which span of time the newest backup is kept. */
    public enum Rhythm {
        DAYS,
        /** ISO weeks, Monday to Sunday. */
        WEEKS,
        MONTHS
    }

    public static Optional<BackupTerm> parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return Optional.empty();
        }
        return Optional.of(new BackupTerm(Integer.parseInt(written.group(1)), rhythm(written.group(2))));
    }

    private static Rhythm rhythm(String letter) {
        return switch (letter) {
            case "w", "s" -> Rhythm.WEEKS;
            case "m" -> Rhythm.MONTHS;
            default -> Rhythm.DAYS;
        };
    }
}
