package fr.perisco.workflow;

import fr.perisco.domain.office.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A database with nothing in it, migrated once and then copied. */
final class EmptyDatabase {
    private static byte @Nullable [] content;

    private EmptyDatabase() {}

    static synchronized Path in(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "town", ".db");
        if (content == null) {
            Files.delete(file);
            OfficeSetup.init(
                    DatabaseAddress.of(file),
                    new Office.Acting("clerk", LocalDateTime.of(2016, 9, 1, 8, 0), Instant.EPOCH, false),
                    null,
                    made -> true);
            content = Files.readAllBytes(file);
        }
        return Files.write(file, content);
    }
}
