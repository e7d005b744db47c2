package fr.perisco.store;

import fr.perisco.domain.calendar.WrittenMoment;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The last backup of a database. It is remembered in a file of its own beside the database, {@code FILE-backup}, for the database
 * itself may be damaged when the backup is asked for.
 *
 * @param moment when it was begun, Europe/Paris wall time
 */
public record LastBackup(Path file, LocalDateTime moment) {
    /** Where the last backup of a database is remembered. */
    public static Path memoryOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-backup");
    }

    /** The last backup of a database; empty when none is remembered, or it is not there any more. */
    public static Optional<LastBackup> of(Path database) {
        try {
            return parse(Files.readString(memoryOf(database))).filter(backup -> Files.exists(backup.file()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** That a database is damaged, and from what it can be restored. */
    public static Reason damaged(String database) {
        return of(Path.of(database))
                .map(backup -> Reason.of(
                        "database.damaged-backup", database, backup.file().toString(), backup.moment()))
                .orElse(Reason.of("database.damaged", database));
    }

    /** That a database cannot be used, and from what it can be restored where that is known. */
    public static Unavailable unusable(String code, Path database) {
        return of(database)
                .map(backup -> Unavailable.because(
                        code + "-backup", database.toString(), backup.file().toString(), backup.moment()))
                .orElseGet(() -> Unavailable.because(code, database.toString()));
    }

    /** Nothing is done with a damaged database. */
    public static Unavailable refusal(String database) {
        Reason damaged = damaged(database);
        return Unavailable.because(damaged.code(), damaged.details().toArray());
    }

    private static Optional<LastBackup> parse(String text) {
        String[] parts = text.strip().split(" ", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(parts[1]);
            return WrittenMoment.parse(parts[0]).map(moment -> new LastBackup(file, moment));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** As it is remembered: one line. */
    public byte[] written() {
        return (Moments.written(moment) + " " + file.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
