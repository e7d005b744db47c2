package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G15: The letters of a month by the packaged tool: interrupted, and with a person looking on. */
class LettersOfAMonthIT {
    private static final int LETTERS = 27;

    @TempDir
    static Path folder;

    private static Path database;
    private static Map<String, String> whole;

    @BeforeAll
    static void writeTheLetters() throws Exception {
        database = folder.resolve("town.db");
        SmallTown.book(database);
        assertThat(SmallTown.ask(database, SmallTown.DECEMBER, "invoice", "run", "2016-11")
                        .exit())
                .isZero();
        assertThat(SmallTown.ask(database, SmallTown.DECEMBER, letters("whole")).exit())
                .isZero();
        whole = files("whole");
        assertThat(whole)
                .hasSize(LETTERS)
                .allSatisfy((name, digest) -> assertThat(name).endsWith(".pdf"));
    }

    private static String[] letters(String place) {
        return new String[] {
            "invoice", "pdf", "--month", "2016-11", "-o", folder.resolve(place).toString()
        };
    }

    /** Hidden files too. */
    private static Map<String, String> files(String place) throws Exception {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder.resolve(place))) {
            try (Stream<Path> paths = Files.list(folder.resolve(place))) {
                for (Path path : paths.toList()) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                    files.put(path.getFileName().toString(), HexFormat.of().formatHex(digest));
                }
            }
        }
        return files;
    }

    /** Each way in which a letter comes to the disk: a folder, bytes, a sync, a name. */
    @ParameterizedTest
    @CsvSource({
        "SIGKILL,mkdir,1",
        "SIGKILL,write,5",
        "SIGKILL,write,12",
        "SIGKILL,fsync,1",
        "SIGKILL,fsync,2",
        "SIGKILL,rename,1",
        "SIGKILL,rename,2",
        "SIGKILL,rename,27",
        "SIGTERM,fsync,1",
        "SIGTERM,rename,3"
    })
    void interruptedLettersAreFinishedByWritingThemAgain(String signal, String call, int nth) throws Exception {
        Strace.require();
        String place = signal + "-" + call + "-" + nth;
        Process process = SmallTown.start(
                Strace.slowed(
                        Strace.sending(signal, call, nth, folder.resolve(place + ".trace")),
                        call.equals("fsync") ? "rename" : "fsync"),
                folder.resolve(place + ".out"),
                database,
                SmallTown.DECEMBER,
                letters(place));
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve(place + ".trace"))).contains(signal);
        assertThat(process.exitValue()).isNotZero();
        files(place).forEach((name, digest) -> {
            if (!name.startsWith(".")) {
                assertThat(whole).as(place).containsEntry(name, digest);
            }
        });

        SmallTown.Answer again = SmallTown.ask(database, SmallTown.DECEMBER, letters(place));

        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(files(place)).as(place).isEqualTo(whole);
    }

    @Test
    void aPersonAtATerminalSeesHowFarItIs() throws Exception {
        assumeTrue(hasTerminals(), "script is missing: apt-get install bsdutils");
        String command = String.join(
                " ",
                Path.of(System.getProperty("perisco.launcher", "scripts/perisco"))
                        .toAbsolutePath()
                        .toString(),
                "--db",
                database.toString(),
                String.join(" ", letters("seen")));

        String seen = onATerminal(command);

        assertThat(seen).contains("27/27").contains("100%");
        assertThat(onATerminal(command + " --no-progress"))
                .doesNotContain("27/27")
                .contains("27");
    }

    private static String onATerminal(String command) throws Exception {
        Path output = folder.resolve("terminal");
        Process process = new ProcessBuilder("script", "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    private static boolean hasTerminals() throws Exception {
        try {
            return new ProcessBuilder("script", "-qec", "true", "/dev/null")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
