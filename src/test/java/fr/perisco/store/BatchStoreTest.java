package fr.perisco.store;

import static fr.perisco.store.generated.Tables.SETTING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import fr.perisco.domain.office.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchStoreTest {
    /** More than go into one statement, and some that are left over. */
    private static final int ROWS = 123;

    @TempDir
    Path folder;

    private DatabaseAddress town;

    @BeforeEach
    void anEmptyTown() {
        town = TestDatabase.at(folder.resolve("town.db")).address();
        Schema.createOrUpgrade(town, any -> true);
    }

    private Map<String, String> settings() {
        try (Database database = Database.open(town)) {
            return database.dsl().selectFrom(SETTING).fetchMap(SETTING.NAME, SETTING.VALUE);
        }
    }

    @Test
    void everyRowIsInsertedOnce() {
        inWork(database -> {
            try (Batch batch = Batch.insert(database, SETTING, SETTING.NAME, SETTING.VALUE)) {
                for (int i = 0; i < ROWS; i++) {
                    batch.add("n" + i, "v" + i);
                }
            }
        });
        assertThat(settings()).hasSize(ROWS).containsEntry("n0", "v0").containsEntry("n122", "v122");
    }

    @Test
    void whatIsTheSameInAllRowsStandsInEach() {
        inWork(database -> {
            try (Batch batch = Batch.insert(database, SETTING, Map.of(SETTING.VALUE, "it's; (one)"), SETTING.NAME)) {
                for (int i = 0; i < ROWS; i++) {
                    batch.add("n" + i);
                }
            }
        });
        assertThat(settings()).hasSize(ROWS).containsEntry("n7", "it's; (one)").containsEntry("n122", "it's; (one)");
    }

    @Test
    void theLastOfTheRowsWithOneKeyCounts() {
        inWork(database -> {
            try (Batch batch = Batch.of(
                    database,
                    database.dsl()
                            .insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                            .values("", "")
                            .onConflict(SETTING.NAME)
                            .doUpdate()
                            .set(SETTING.VALUE, DSL.excluded(SETTING.VALUE)))) {
                for (int i = 0; i < ROWS; i++) {
                    batch.add("n" + i % 60, "v" + i);
                }
            }
        });
        assertThat(settings()).hasSize(60).containsEntry("n2", "v122").containsEntry("n3", "v63");
    }

    @Test
    void rowsAreUpdatedOneByOne() {
        everyRowIsInsertedOnce();
        inWork(database -> {
            try (Batch batch = Batch.of(
                    database,
                    database.dsl().update(SETTING).set(SETTING.VALUE, "").where(SETTING.NAME.eq("")))) {
                for (int i = 0; i < ROWS; i++) {
                    batch.add("w" + i, "n" + i);
                }
            }
        });
        assertThat(settings()).hasSize(ROWS).containsEntry("n0", "w0").containsEntry("n122", "w122");
    }

    private void inWork(java.util.function.Consumer<Database> work) {
        try (Database database = Database.open(town)) {
            database.write(true, () -> {
                work.accept(database);
                return null;
            });
        }
    }
}
