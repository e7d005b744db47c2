package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.PackagedTool.Result;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports by the packaged tool: killed in the middle, fed by a pipe, in a system that knows no accents. */
class ImportIT {
    @TempDir
    static Path folder;

    private static PackagedTool tool;

    @BeforeAll
    static void foundAnOfficeAndRegisterItsChildren() throws Exception {
        tool = new PackagedTool(folder);
        done("empty.db", "init", "--setup", PackagedTool.sample("setup"));
        copy("empty.db", "registered.db");
        done("registered.db", "import", "families", PackagedTool.sample("families.csv"));
        done("registered.db", "import", "registrations", PackagedTool.sample("registrations.csv"));
    }

    private static void done(String database, String... args) throws Exception {
        Result result = tool.run(database, args);
        assertThat(result.exit()).as(result.output()).isZero();
    }

    private static void copy(String from, String to) throws Exception {
        Files.copy(folder.resolve(from), folder.resolve(to));
    }

    private static long count(String table, String database) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(database));
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from " + table)) {
            return count.getLong(1);
        }
    }

    @Test
    void anImportThatIsKilledLeavesAllOrNothing() throws Exception {
        for (int delay = 200; delay <= 1_400; delay += 200) {
            String database = "killed-after-" + delay + ".db";
            copy("empty.db", database);
            Process process = tool.start(database, "import", "families", PackagedTool.sample("families.csv"));
            Thread.sleep(delay);
            process.destroyForcibly().waitFor();

            assertThat(count("family", database))
                    .as("killed after %d ms", delay)
                    .isIn(0L, 400L);
            done(database, "import", "families", PackagedTool.sample("families.csv"));
            assertThat(count("child", database)).isEqualTo(600);
        }
    }

    /** At each of these writes and syncs of the database the process is killed before it is made. */
    @Test
    void anImportThatIsKilledAtAWriteOrASyncIsFinishedByRunningItAgain() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
        copy("registered.db", "whole.db");
        done("whole.db", "import", "weeks", PackagedTool.sample("weeks.csv"));
        long changes = count("reservation_change", "whole.db");
        assertThat(changes).isGreaterThan(5_000);

        for (String place : List.of("pwrite64:1", "pwrite64:100", "pwrite64:200", "fsync:1", "fsync:2")) {
            String call = place.substring(0, place.indexOf(':'));
            String number = place.substring(place.indexOf(':') + 1);
            String database = "killed-at-" + call + number + ".db";
            copy("registered.db", database);
            Process process = tool.start(
                    List.of(
                            "strace",
                            "-f",
                            "-o",
                            "trace",
                            "-e",
                            "trace=" + call,
                            "-e",
                            "inject=" + call + ":signal=SIGKILL:when=" + number),
                    Map.of(),
                    Path.of("/dev/null"),
                    database,
                    "import",
                    "weeks",
                    PackagedTool.sample("weeks.csv"));
            tool.result(process);
            assertThat(Files.readString(folder.resolve("trace"))).as(place).contains("killed by SIGKILL");

            assertThat(count("reservation_change", database))
                    .as("killed at %s", place)
                    .isIn(0L, changes);
            assertThat(count("typical_week", database)).isIn(0L, count("typical_week", "whole.db"));
            done(database, "db", "verify");
            done(database, "import", "weeks", PackagedTool.sample("weeks.csv"));
            assertThat(count("reservation_change", database)).isEqualTo(changes);
        }
    }

    @Test
    void aPipeAndAccentsInASystemThatKnowsNone() throws Exception {
        copy("empty.db", "pipe.db");
        Charset windows = Charset.forName("windows-1252");
        List<String> sample = Files.readAllLines(Path.of(PackagedTool.sample("families.csv")));
        Path file = folder.resolve("élèves.csv");
        Files.write(
                file,
                List.of(sample.get(0), sample.get(1), sample.get(2).replace("2009-01-01", "01/13/2009")),
                windows);

        Result result = tool.result(tool.start(
                List.of(),
                Map.of("LC_ALL", "C"),
                file,
                "pipe.db",
                "import",
                "families",
                "-",
                "--skip-rejected",
                "--rejected",
                "à corriger.csv"));

        assertThat(result.output())
                .contains("-:3:22: birth_date: “01/13/2009” is no day; write 2016-11-03 or 03/11/2016")
                .contains("1 row set aside in à corriger.csv");
        assertThat(result.exit()).isEqualTo(6);
        Path rejected = folder.resolve("à corriger.csv");
        assertThat(Files.readAllLines(rejected, windows))
                .containsExactly(sample.get(0), sample.get(2).replace("2009-01-01", "01/13/2009"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(rejected)))
                .isEqualTo("rw-------");
        Files.writeString(file, Files.readString(rejected, windows).replace("01/13", "13/01"), windows);
        done("pipe.db", "import", "families", "élèves.csv");
        assertThat(count("family", "pipe.db")).isEqualTo(2);
    }
}
