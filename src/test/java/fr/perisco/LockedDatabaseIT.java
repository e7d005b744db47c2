package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G4 and G16: who writes waits for its turn, and gives up after 20 s; who reads, or makes a backup, does not wait. */
class LockedDatabaseIT {
    private static final String[] PAY = {"payment", "add", "F0001", "7.50", "--method", "cheque", "--reference", "1"};

    @TempDir
    Path folder;

    private static void execute(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void whileSomebodyElseHasTheTurn() throws Exception {
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        SmallTown.ask(database, SmallTown.DECEMBER, "db", "backup", "copy.db");
        String before = StoredContent.of(database);
        ExecutorService clerks = Executors.newFixedThreadPool(3);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            execute(other, "begin immediate");
            List<Future<SmallTown.Answer>> waiting = new ArrayList<>();
            waiting.add(clerks.submit(() -> SmallTown.ask(database, SmallTown.DECEMBER, PAY)));
            waiting.add(clerks.submit(() -> SmallTown.ask(database, SmallTown.DECEMBER, "invoice", "run", "2016-11")));
            waiting.add(clerks.submit(
                    () -> SmallTown.ask(database, SmallTown.DECEMBER, "db", "restore", "copy.db", "--yes")));
            assertThat(SmallTown.ask(database, SmallTown.DECEMBER, "family", "list")
                            .exit())
                    .isZero();
            for (Future<SmallTown.Answer> one : waiting) {
                SmallTown.Answer answer = one.get(60, TimeUnit.SECONDS);
                assertThat(answer.exit()).as(answer.output()).isEqualTo(5);
                assertThat(answer.output()).contains("busy");
            }
            assertThat(SmallTown.ask(database, SmallTown.DECEMBER, "db", "backup", "meanwhile.db")
                            .exit())
                    .isZero();
            assertThat(StoredContent.of(database)).isEqualTo(before);

            Future<SmallTown.Answer> patient = clerks.submit(() -> SmallTown.ask(database, SmallTown.DECEMBER, PAY));
            Thread.sleep(500);
            execute(other, "rollback");
            SmallTown.Answer answer = patient.get(60, TimeUnit.SECONDS);
            assertThat(answer.exit()).as(answer.output()).isZero();
        } finally {
            clerks.shutdown();
        }
    }

    @Test
    void backupsWhileOthersWriteHoldWhatThereWasAtOneMoment() throws Exception {
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        ExecutorService clerk = Executors.newSingleThreadExecutor();
        Future<Integer> paid = clerk.submit(() -> {
            int done = 0;
            for (int i = 1; i <= 60; i++) {
                SmallTown.Answer answer = SmallTown.ask(
                        database,
                        SmallTown.DECEMBER,
                        "payment",
                        "add",
                        "F0001",
                        "1",
                        "--method",
                        "cheque",
                        "--reference",
                        "r" + i);
                assertThat(answer.exit()).as(answer.output()).isZero();
                done++;
            }
            return done;
        });
        int last = 0;
        boolean over = false;
        for (int backup = 0; !over; backup++) {
            over = paid.isDone();
            String name = "copy-" + backup + ".db";
            SmallTown.Answer answer = SmallTown.ask(database, SmallTown.DECEMBER, "db", "backup", name);
            assertThat(answer.exit()).as(answer.output()).isZero();
            int payments = payments(folder.resolve(name));
            assertThat(payments).isGreaterThanOrEqualTo(last);
            assertThat(answer.output())
                    .contains(payments + (payments == 1 ? " payment" : " payments") + " of €" + payments + ".00");
            last = payments;
        }
        assertThat(paid.get()).isEqualTo(60).isEqualTo(last);
        clerk.shutdown();
        assertThat(Files.exists(folder.resolve("copy-0.db-wal"))).isFalse();
    }

    private static int payments(Path database) throws Exception {
        return (int) StoredContent.of(database)
                .lines()
                .filter(line -> line.startsWith("payment|"))
                .count();
    }
}
