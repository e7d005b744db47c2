package fr.perisco.workflow;

import fr.perisco.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A database with nothing in it, migrated once and then copied. */
final class EmptyDatabase {
    private static TestDatabase.@Nullable Kept content;
    private static int made;

    private EmptyDatabase() {}

    static synchronized TestDatabase in(Path folder) {
        made++;
        TestDatabase town = TestDatabase.at(folder.resolve("town" + made + ".db"));
        if (content == null) {
            OfficeSetup.init(
                    town.address(),
                    new Office.Acting("clerk", LocalDateTime.of(2016, 9, 1, 8, 0), Instant.EPOCH, false),
                    null,
                    made -> true);
            content = town.keep();
        } else {
            town.putBack(content);
        }
        return town;
    }
}
