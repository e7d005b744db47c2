package fr.perisco.workflow;

import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Creates an office's database, or brings it to this program's schema, and loads its setup. */
public final class OfficeSetup {
    private OfficeSetup() {}

    /**
     * A rehearsal works on a copy of a file, which is thrown away.
     *
     * @param delivered says how many migrations were made, none when the database was up to date, and whether that reaches who asked
     *     for it; if not, nothing is kept
     */
    public static Optional<SetupReport> init(
            DatabaseAddress address, Office.Acting acting, @Nullable Path setupFolder, IntPredicate delivered) {
        if (setupFolder != null) {
            new SetupFolder(setupFolder).requireSomething();
        }
        if (!acting.rehearsal()) {
            return initIn(address, acting, setupFolder, delivered);
        }
        return address instanceof InFile
                ? rehearsedInCopy(address, acting, setupFolder, delivered)
                : rehearsedOnServer(address, acting, setupFolder, delivered);
    }

    /**
     * A new office takes a setup on each engine alike. Only tables of an earlier program can take none yet: what it would say there is
     * told once they are upgraded.
     */
    private static Optional<SetupReport> rehearsedOnServer(
            DatabaseAddress address, Office.Acting acting, @Nullable Path setupFolder, IntPredicate delivered) {
        boolean isNew = !Schema.isThere(address);
        AtomicBoolean isUpToDate = new AtomicBoolean();
        AtomicBoolean isDelivered = new AtomicBoolean();
        Schema.createOrUpgrade(address, made -> {
            isUpToDate.set(made == 0);
            isDelivered.set(delivered.test(made));
            return false;
        });
        if (!isDelivered.get() || setupFolder == null) {
            return Optional.empty();
        }
        if (isNew) {
            return rehearsedInCopy(address, acting, setupFolder, any -> true);
        }
        return isUpToDate.get() ? Optional.of(loaded(address, acting, setupFolder)) : Optional.empty();
    }

    /** The copy of a file; an empty one where there is none. */
    private static Optional<SetupReport> rehearsedInCopy(
            DatabaseAddress address, Office.Acting acting, @Nullable Path setupFolder, IntPredicate delivered) {
        try {
            Path scratch = Files.createTempDirectory("perisco");
            Path copy = scratch.resolve("rehearsal.db");
            try {
                if (address instanceof InFile in && Files.exists(in.file())) {
                    Schema.copy(in.file(), copy);
                }
                return initIn(DatabaseAddress.of(copy), acting, setupFolder, delivered);
            } finally {
                for (String part : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(scratch.resolve(copy.getFileName() + part));
                }
                Files.delete(scratch);
            }
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", address.name()), e);
        }
    }

    private static Optional<SetupReport> initIn(
            DatabaseAddress address, Office.Acting acting, @Nullable Path setupFolder, IntPredicate delivered) {
        if (Schema.createOrUpgrade(address, delivered).isEmpty() || setupFolder == null) {
            return Optional.empty();
        }
        return Optional.of(loaded(address, acting, setupFolder));
    }

    private static SetupReport loaded(DatabaseAddress address, Office.Acting acting, Path setupFolder) {
        try (Office office = Office.open(address, acting, () -> true)) {
            return new SetupLoad(office).load(setupFolder);
        }
    }
}
