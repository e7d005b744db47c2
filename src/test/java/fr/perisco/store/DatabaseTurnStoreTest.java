package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.OnlyOnFile;
import fr.perisco.TestDatabase;
import fr.perisco.domain.office.DatabaseAddress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTurnStoreTest {
    private static final int WRITERS = 4;
    private static final int ROUNDS = 25;

    @TempDir
    Path folder;

    private DatabaseAddress town;

    @BeforeEach
    void countFromZero() {
        town = TestDatabase.at(folder.resolve("town.db")).address();
        Schema.createOrUpgrade(town, any -> true);
        try (Database database = Database.open(town)) {
            database.write(
                    true, () -> database.dsl().execute("insert into setting (name, value) values ('count', '0')"));
        }
    }

    private static int count(Database database) {
        return Integer.parseInt(
                String.valueOf(database.dsl().fetchValue("select value from setting where name = 'count'")));
    }

    @Test
    void writersWaitForTheirTurnAndReadWhatTheOneBeforeWrote() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            done.add(writers.submit(() -> {
                try (Database database = Database.open(town)) {
                    for (int round = 0; round < ROUNDS; round++) {
                        database.write(true, () -> {
                            int next = count(database) + 1;
                            return database.dsl()
                                    .execute("update setting set value = '" + next + "' where name = 'count'");
                        });
                    }
                }
            }));
        }
        for (Future<?> writer : done) {
            writer.get(60, TimeUnit.SECONDS);
        }
        writers.shutdown();
        try (Database database = Database.open(town)) {
            assertThat(count(database)).isEqualTo(WRITERS * ROUNDS);
        }
    }

    @Test
    void readersDoNotWaitForAWriter() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<Boolean> waited = writer.submit(() -> {
            try (Database database = Database.open(town)) {
                return database.write(true, () -> {
                    database.dsl().execute("update setting set value = '7' where name = 'count'");
                    writing.countDown();
                    return await(read);
                });
            }
        });
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
        try (Database database = Database.open(town)) {
            assertThat(database.read(() -> count(database))).isZero();
        }
        read.countDown();
        assertThat(waited.get(10, TimeUnit.SECONDS)).isTrue();
        writer.shutdown();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsReadBesideIsTheStateBeforeTheWorkAndDoneBeforeItEnds() {
        Supplier<Integer> seen;
        try (Database database = Database.open(town)) {
            seen = database.write(true, () -> {
                Supplier<Integer> reading = database.beside(DatabaseTurnStoreTest::count);
                database.dsl().execute("update setting set value = '7' where name = 'count'");
                return reading;
            });
        }
        assertThat(seen.get()).isZero();
        assertThat(folder.resolve("town.db-wal"))
                .as("left by a connection still open")
                .doesNotExist();
        try (Database database = Database.open(town)) {
            assertThat(database.beside(DatabaseTurnStoreTest::count).get()).isEqualTo(7);
        }
    }

    @Test
    @OnlyOnFile("no reference of a server waits for the commit")
    void whatCouldNotBeKeptIsTakenBackAndTheNextWorkGoesOn() {
        try (Database database = Database.open(town)) {
            database.write(true, () -> {
                database.dsl().execute("pragma defer_foreign_keys = on");
                database.dsl().execute("update setting set value = '1' where name = 'count'");
                return database.dsl().execute("insert into child_family (child_id, family_id) values (77, 78)");
            });
            assertThatThrownBy(database::keep).hasRootCauseInstanceOf(SQLException.class);

            int before = database.write(true, () -> count(database));

            assertThat(before).isZero();
        }
    }

    @Test
    void whatTheEngineTookBackByItselfHidesNoFailure() {
        try (Database database = Database.open(town)) {
            Supplier<Integer> failing = () -> {
                database.dsl().execute("rollback");
                throw new IllegalStateException("the disk is full");
            };
            assertThatThrownBy(() -> database.write(true, failing)).hasMessage("the disk is full");
            assertThatThrownBy(() -> database.write(true, () -> database.attempt(failing)))
                    .hasMessage("the disk is full");

            assertThat(database.<Integer>write(true, () -> count(database))).isZero();
        }
    }
}
