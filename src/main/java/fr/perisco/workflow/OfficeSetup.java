package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates an office's database, or brings it to this program's schema, and loads its setup. */
public final class OfficeSetup {
    /**
     * @param migrations how many were made; 0 when the database was up to date
     */
    public record Outcome(int migrations, Optional<SetupReport> setup) {}

    private OfficeSetup() {}

    /** A rehearsal works on a copy, which is thrown away. */
    public static Outcome init(Path file, Office.Acting acting, @Nullable Path setupFolder) {
        if (!acting.rehearsal()) {
            return initIn(file, acting, setupFolder);
        }
        try {
            Path scratch = Files.createTempDirectory("perisco");
            Path copy = scratch.resolve("rehearsal.db");
            try {
                if (Files.exists(file)) {
                    Schema.copy(file, copy);
                }
                return initIn(copy, acting, setupFolder);
            } finally {
                for (String part : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(scratch.resolve(copy.getFileName() + part));
                }
                Files.delete(scratch);
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    private static Outcome initIn(Path file, Office.Acting acting, @Nullable Path setupFolder) {
        int migrations = Schema.createOrUpgrade(file);
        if (setupFolder == null) {
            return new Outcome(migrations, Optional.empty());
        }
        try (Office office = Office.open(file, acting)) {
            return new Outcome(migrations, Optional.of(new SetupLoad(office).load(setupFolder)));
        }
    }
}
