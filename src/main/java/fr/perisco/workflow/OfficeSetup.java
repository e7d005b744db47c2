package fr.perisco.workflow;

import fr.perisco.store.Schema;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates an office's database, or brings it to this program's schema, and loads its setup. */
public final class OfficeSetup {
    /**
     * @param migrations how many were made; 0 when the database was up to date
     */
    public record Outcome(int migrations, Optional<SetupReport> setup) {}

    private OfficeSetup() {}

    public static Outcome init(Path file, Office.Acting acting, @Nullable Path setupFolder) {
        int migrations = Schema.createOrUpgrade(file);
        if (setupFolder == null) {
            return new Outcome(migrations, Optional.empty());
        }
        try (Office office = Office.open(file, acting)) {
            return new Outcome(migrations, Optional.of(new SetupLoad(office).load(setupFolder)));
        }
    }
}
