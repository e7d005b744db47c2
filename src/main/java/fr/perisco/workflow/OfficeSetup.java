package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Creates an office's database, or brings it to this program's schema, and loads its setup. */
public final class OfficeSetup {
    private OfficeSetup() {}

    /**
     * A rehearsal works on a copy, which is thrown away.
     *
     * @param delivered says how many migrations were made, none when the database was up to date, and whether that reaches who asked
     *     for it; if not, nothing is kept
     */
    public static Optional<SetupReport> init(
            Path file, Office.Acting acting, @Nullable Path setupFolder, IntPredicate delivered) {
        if (setupFolder != null) {
            new SetupFolder(setupFolder).requireSomething();
        }
        if (!acting.rehearsal()) {
            return initIn(file, acting, setupFolder, delivered);
        }
        try {
            Path scratch = Files.createTempDirectory("perisco");
            Path copy = scratch.resolve("rehearsal.db");
            try {
                if (Files.exists(file)) {
                    Schema.copy(file, copy);
                }
                return initIn(copy, acting, setupFolder, delivered);
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

    private static Optional<SetupReport> initIn(
            Path file, Office.Acting acting, @Nullable Path setupFolder, IntPredicate delivered) {
        if (Schema.createOrUpgrade(file, delivered).isEmpty() || setupFolder == null) {
            return Optional.empty();
        }
        try (Office office = Office.open(file, acting)) {
            return Optional.of(new SetupLoad(office).load(setupFolder));
        }
    }
}
