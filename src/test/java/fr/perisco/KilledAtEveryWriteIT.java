package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G1 and G2: Each act that moves money is killed before each of its writes, syncs, truncations and removals, one process for each: what
 * it leaves is all or nothing, all when it ended with exit code 0, and running it again leaves what a whole run leaves.
 */
class KilledAtEveryWriteIT {
    private static final List<String> CALLS =
            List.of("pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink");
    private static final String NEXT_WEEK = "2016-12-09T10:00";
    private static final List<String> RUN = List.of("invoice", "run", "2016-11");

    @TempDir
    static Path folder;

    /** An act on a database. */
    private record Act(String name, Path before, String moment, List<String> command) {
        String[] args() {
            return command.toArray(String[]::new);
        }
    }

    /** What an uninterrupted run leaves. */
    private record Whole(String before, String after, String references) {}

    @BeforeAll
    static void invoiceNovember() throws Exception {
        Strace.require();
        SmallTown.book(folder.resolve("booked.db"));
        Files.copy(folder.resolve("booked.db"), folder.resolve("invoiced.db"));
        SmallTown.Answer run =
                SmallTown.ask(folder.resolve("invoiced.db"), SmallTown.DECEMBER, RUN.toArray(String[]::new));
        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void theMonthIsInvoicedOnce() throws Exception {
        killAtEveryWrite(new Act("run", folder.resolve("booked.db"), SmallTown.DECEMBER, RUN));
    }

    @Test
    void paymentsAreRecordedOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("payfip.csv"), """
                numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop
                012345;2016;F0516120001;Facture;1350;a@b.example;T;P;3feabd;08122016;2122;op1
                012345;2016;F0516120002;Facture;19130;a@b.example;T;P;3feabd;08122016;2122;op2
                012345;2016;F0516120004;Facture;500;a@b.example;T;P;3feabd;08122016;2122;op3
                012345;2016;F0516120005;Facture;20000;a@b.example;T;P;3feabd;08122016;2122;op4
                """);
        killAtEveryWrite(new Act(
                "import", folder.resolve("invoiced.db"), NEXT_WEEK, List.of("payment", "import", file.toString())));
    }

    @Test
    void anInvoiceIsCancelledOnce() throws Exception {
        killAtEveryWrite(new Act(
                "credit",
                folder.resolve("invoiced.db"),
                NEXT_WEEK,
                List.of("invoice", "credit", "F0516120005", "--reason", "wrong family")));
    }

    private static void killAtEveryWrite(Act act) throws Exception {
        Path database = Files.copy(act.before(), folder.resolve(act.name() + "-whole.db"));
        SmallTown.Answer done = SmallTown.ask(database, act.moment(), act.args());
        assertThat(done.exit()).as(done.output()).isZero();
        assertThat(StoredContent.seriesWithGaps(database)).isEmpty();
        Whole whole = new Whole(StoredContent.of(act.before()), StoredContent.of(database), references(database));
        assertThat(whole.before()).isNotEqualTo(whole.after());

        List<Integer> kills = new ArrayList<>();
        for (String call : CALLS) {
            kills.add(killAtEvery(call, act, whole));
        }
        assertThat(kills.get(CALLS.indexOf("pwrite64"))).isGreaterThan(30);
        assertThat(kills.get(CALLS.indexOf("fsync")) + kills.get(CALLS.indexOf("fdatasync")))
                .isGreaterThan(2);
    }

    /** How often there was something to kill: until a process comes to its end. */
    private static int killAtEvery(String call, Act act, Whole whole) throws Exception {
        int hands = Runtime.getRuntime().availableProcessors();
        ExecutorService killers = Executors.newFixedThreadPool(hands);
        AtomicInteger next = new AtomicInteger(1);
        List<Future<Integer>> killed = new ArrayList<>();
        for (int hand = 0; hand < hands; hand++) {
            killed.add(killers.submit(() -> {
                int kills = 0;
                while (isKilledAt(call, next.getAndIncrement(), act, whole)) {
                    kills++;
                }
                return kills;
            }));
        }
        killers.shutdown();
        int kills = 0;
        for (Future<Integer> some : killed) {
            kills += some.get();
        }
        return kills;
    }

    private static boolean isKilledAt(String call, int nth, Act act, Whole whole) throws Exception {
        String how = act.name() + " killed at " + call + " " + nth;
        Path place = Files.createDirectory(folder.resolve(act.name() + "-" + call + "-" + nth));
        Path database = Files.copy(act.before(), place.resolve("town.db"));
        Path output = place.resolve("output");
        Process process = SmallTown.start(
                Strace.sending("SIGKILL", call, nth, place.resolve("trace")),
                output,
                database,
                act.moment(),
                act.args());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        boolean killed = Files.readString(place.resolve("trace")).contains("killed by SIGKILL");
        boolean acknowledged = process.exitValue() == 0;
        assertThat(acknowledged || killed)
                .as("%s: %s", how, Files.readString(output))
                .isTrue();
        Path left = copyWithItsLog(database, Files.createDirectory(place.resolve("left")));

        SmallTown.Answer again = SmallTown.ask(database, act.moment(), act.args());

        assertThat(again.exit()).as("%s: %s", how, again.output()).isZero();
        assertThat(StoredContent.of(database)).as(how).isEqualTo(whole.after());
        assertThat(references(database)).as(how).isEqualTo(whole.references());
        SmallTown.Answer verified = SmallTown.ask(left, act.moment(), "db", "verify");
        assertThat(verified.exit()).as("%s: %s", how, verified.output()).isZero();
        assertThat(StoredContent.of(left)).as(how).isIn(whole.before(), whole.after());
        if (acknowledged) {
            assertThat(StoredContent.of(left)).as(how).isEqualTo(whole.after());
        }
        return killed;
    }

    private static Path copyWithItsLog(Path database, Path place) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path file = database.resolveSibling(database.getFileName() + suffix);
            if (Files.exists(file)) {
                Files.copy(file, place.resolve(file.getFileName()));
            }
        }
        return place.resolve(database.getFileName());
    }

    private static String references(Path database) {
        SmallTown.Answer export = SmallTown.ask(database, NEXT_WEEK, "payment", "export");
        assertThat(export.exit()).as(export.output()).isZero();
        return export.output();
    }
}
