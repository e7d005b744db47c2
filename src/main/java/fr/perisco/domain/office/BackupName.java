package fr.perisco.domain.office;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a backup in a folder of backups: {@code perisco-2026-11-28T0200.db}, its moment to the minute in Europe/Paris wall
 * time. Only files of such a name are ever taken away.
 */
public final class BackupName {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "'perisco-'uuuu-MM-dd'T'HHmm'.db'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private BackupName() {}

    /** The name of a backup begun at a moment; seconds do not count. */
    public static String at(LocalDateTime moment) {
        return FORM.format(moment);
    }

    /** When the backup of a name was begun, to the minute; empty when the name is not one of a backup. */
    public static Optional<LocalDateTime> moment(String name) {
        try {
            LocalDateTime moment = LocalDateTime.parse(name, FORM);
            return at(moment).equals(name) ? Optional.of(moment.truncatedTo(ChronoUnit.MINUTES)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
