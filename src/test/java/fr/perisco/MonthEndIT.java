package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G3: November 2016 of the sample town, by the packaged tool. */
class MonthEndIT {
    private static final String LAUNCHER = System.getProperty("perisco.launcher", "scripts/perisco");
    private static final String OCTOBER = "2016-10-14T09:00";
    private static final String DECEMBER = "2016-12-01T08:00";

    @TempDir
    static Path folder;

    private record Result(int exit, String out) {}

    @BeforeAll
    static void bookTheYear() throws Exception {
        run(folder.resolve("booked.db"), "init", "--setup", "sample-data/setup");
        for (String file : List.of("families", "registrations", "weeks")) {
            assertThat(run(
                                    folder.resolve("booked.db"),
                                    "--now",
                                    OCTOBER,
                                    "import",
                                    file,
                                    "sample-data/" + file + ".csv")
                            .exit())
                    .isZero();
        }
    }

    private static Process start(Path database, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER, "--lang", "en", "--db", database.toString()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private static Result run(Path database, String... args) throws Exception {
        Process process = start(database, args);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(folder.resolve("output")));
    }

    private static Path copy(String name) throws IOException {
        return Files.copy(folder.resolve("booked.db"), folder.resolve(name));
    }

    private static Map<String, String> files(Path directory) throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                files.put(path.getFileName().toString(), HexFormat.of().formatHex(digest));
            }
        }
        return files;
    }

    private static void writeFiles(Path database, Path directory) throws Exception {
        assertThat(run(
                                database,
                                "invoice",
                                "pdf",
                                "--month",
                                "2016-11",
                                "-o",
                                directory.resolve("invoices").toString())
                        .exit())
                .isZero();
        assertThat(run(
                                database,
                                "payment",
                                "export",
                                "-o",
                                directory.resolve("references.csv").toString())
                        .exit())
                .isZero();
    }

    @Test
    void aKilledRunIsFinishedByRunningItAgain() throws Exception {
        Path whole = copy("whole.db");
        assertThat(run(whole, "--now", DECEMBER, "invoice", "run", "2016-11").exit())
                .isZero();
        String expected = StoredContent.of(whole);
        assertThat(expected.lines().filter(line -> line.startsWith("invoice|")).count())
                .isGreaterThan(300);

        for (int delay = 150; delay <= 600; delay += 50) {
            Path killed = copy("killed-" + delay + ".db");
            Process process = start(killed, "--now", DECEMBER, "invoice", "run", "2016-11");
            Thread.sleep(delay);
            process.destroyForcibly().waitFor();
            finish(killed, expected, "killed after " + delay + " ms");
        }
    }

    private static void finish(Path killed, String expected, String how) throws Exception {
        assertThat(run(killed, "--now", DECEMBER, "invoice", "run", "2016-11").exit())
                .as(how)
                .isZero();
        assertThat(StoredContent.of(killed)).as(how).isEqualTo(expected);
        assertThat(run(killed, "db", "verify").out()).as(how).isEmpty();
    }

    @Test
    void lettersThatWereCutOffAreFinishedByWritingThemAgain() throws Exception {
        Path database = copy("letters.db");
        run(database, "--now", DECEMBER, "invoice", "run", "2016-11");
        Path whole = Files.createDirectory(folder.resolve("whole"));
        writeFiles(database, whole);
        Path cut = Files.createDirectory(folder.resolve("cut"));
        Process process = start(
                database,
                "invoice",
                "pdf",
                "--month",
                "2016-11",
                "-o",
                cut.resolve("invoices").toString());
        Thread.sleep(1_200);
        process.destroyForcibly().waitFor();
        writeFiles(database, cut);
        assertThat(files(cut.resolve("invoices"))).hasSizeGreaterThan(300).isEqualTo(files(whole.resolve("invoices")));
        assertThat(cut.resolve("references.csv")).hasSameBinaryContentAs(whole.resolve("references.csv"));
    }

    @Test
    void aSecondRunDoesNothing() throws Exception {
        Path database = copy("twice.db");
        run(database, "--now", DECEMBER, "invoice", "run", "2016-11");
        byte[] before = Files.readAllBytes(database);
        Result second = run(database, "--now", DECEMBER, "invoice", "run", "2016-11");
        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("nothing to do");
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void aMonthThatIsNotOverIsRefused() throws Exception {
        Result result = run(copy("early.db"), "--now", "2016-11-30T23:59", "invoice", "run", "2016-11");
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.out()).contains("not over");
    }

    @Test
    void aRehearsalLeavesTheDatabaseAsItWas() throws Exception {
        Path database = copy("rehearsal.db");
        byte[] before = Files.readAllBytes(database);
        assertThat(run(database, "--now", DECEMBER, "invoice", "run", "2016-11", "--dry-run")
                        .exit())
                .isZero();
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        Path database = copy("again.db");
        byte[] before = Files.readAllBytes(database);
        for (String file : List.of("families", "registrations", "weeks")) {
            run(database, "--now", OCTOBER, "import", file, "sample-data/" + file + ".csv");
        }
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void aLateDayRefusesTheWholeList() throws Exception {
        Path database = copy("late.db");
        byte[] before = Files.readAllBytes(database);
        Result late = run(
                database,
                "--now",
                "2016-11-16T09:00:00",
                "reservation",
                "cancel",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-21",
                "2016-11-28");
        assertThat(late.exit()).isEqualTo(3);
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
        assertThat(run(
                                database,
                                "--now",
                                "2016-11-16T08:59:59",
                                "reservation",
                                "cancel",
                                "E0002",
                                "CANTINE",
                                "REPAS",
                                "2016-11-21",
                                "2016-11-28")
                        .exit())
                .isZero();
    }
}
