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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1 and G16: a restoration that is killed leaves the old database or the restored one, whole, and never loses the old one. */
class RestoreKilledIT {
    private static final List<String> CALLS = List.of("link", "rename", "unlink");

    @TempDir
    static Path folder;

    private static String old;
    private static String restored;

    @BeforeAll
    static void aBackupAndAPaymentSince() throws Exception {
        Strace.require();
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        done(SmallTown.ask(database, SmallTown.DECEMBER, "db", "backup", "copy.db"));
        done(SmallTown.ask(
                database,
                SmallTown.DECEMBER,
                "payment",
                "add",
                "F0001",
                "1",
                "--method",
                "cheque",
                "--reference",
                "7"));
        old = StoredContent.of(database);
        Path whole = Files.copy(database, folder.resolve("whole.db"));
        done(SmallTown.ask(whole, SmallTown.DECEMBER, "db", "restore", "copy.db", "--yes"));
        restored = StoredContent.of(whole);
        assertThat(old).isNotEqualTo(restored);
    }

    private static void done(SmallTown.Answer answer) {
        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @Test
    void thereIsAlwaysOneOfTheTwo() throws Exception {
        int kills = 0;
        for (String call : CALLS) {
            AtomicInteger next = new AtomicInteger(1);
            ExecutorService killers = Executors.newFixedThreadPool(2);
            List<Future<Integer>> hands = new ArrayList<>();
            for (int hand = 0; hand < 2; hand++) {
                hands.add(killers.submit(() -> {
                    int killed = 0;
                    while (isKilledAt(call, next.getAndIncrement())) {
                        killed++;
                    }
                    return killed;
                }));
            }
            killers.shutdown();
            for (Future<Integer> hand : hands) {
                kills += hand.get();
            }
        }
        assertThat(kills).isGreaterThan(5);
    }

    private static boolean isKilledAt(String call, int nth) throws Exception {
        String how = "killed at " + call + " " + nth;
        Path place = Files.createDirectory(folder.resolve(call + "-" + nth));
        Path database = Files.copy(folder.resolve("town.db"), place.resolve("town.db"));
        Process process = SmallTown.start(
                Strace.sending("SIGKILL", call, nth, place.resolve("trace")),
                place.resolve("output"),
                database,
                SmallTown.DECEMBER,
                "db",
                "restore",
                folder.resolve("copy.db").toString(),
                "--yes");
        process.waitFor();
        boolean killed = Files.readString(place.resolve("trace")).contains("killed by SIGKILL");
        boolean acknowledged = process.exitValue() == 0;
        assertThat(acknowledged || killed)
                .as("%s: %s", how, Files.readString(place.resolve("output")))
                .isTrue();
        String left = StoredContent.of(database);
        assertThat(left).as(how).isIn(old, restored);
        assertThat(left.equals(old) ? List.of(old) : contents(place)).as(how).contains(old);
        if (acknowledged) {
            assertThat(left).as(how).isEqualTo(restored);
        }
        done(SmallTown.ask(database, SmallTown.DECEMBER, "db", "verify"));
        done(SmallTown.ask(
                database,
                SmallTown.DECEMBER,
                "db",
                "restore",
                folder.resolve("copy.db").toString(),
                "--yes"));
        assertThat(StoredContent.of(database)).as(how).isEqualTo(restored);
        return killed;
    }

    /** What the copies of the old database hold. */
    private static List<String> contents(Path place) throws Exception {
        List<String> contents = new ArrayList<>();
        for (Path file : kept(place)) {
            contents.add(StoredContent.of(file));
        }
        return contents;
    }

    private static List<Path> kept(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(file -> file.getFileName().toString().startsWith("town.db.before-restore-"))
                    .filter(file -> !file.toString().matches(".*-(wal|shm|journal)"))
                    .toList();
        }
    }
}
