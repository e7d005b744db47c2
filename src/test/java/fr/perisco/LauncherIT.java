package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.torture.Privileges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that starts the tool, as it is installed: in whatever folder, with whatever Java, in whatever locale. */
class LauncherIT {
    private static final String VERSION = "perisco 0.1.0\n";
    private static final String MAKES_NO_ARCHIVE = "-XX:+UseSerialGC";

    @TempDir
    static Path folder;

    private static Path home;

    private Path place;

    /** What a call left: its exit code, and what it wrote on both streams. */
    private record Answer(int exit, String output) {}

    @BeforeAll
    static void install() throws Exception {
        Path offices = Files.createDirectory(folder.resolve("Périscolaire de la mairie"));
        Path packed;
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            packed = files.filter(file -> file.getFileName().toString().matches("perisco-.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        Process unpacking = new ProcessBuilder("tar", "xzf", packed.toString(), "-C", offices.toString()).start();
        assertThat(unpacking.waitFor()).isZero();
        try (Stream<Path> unpacked = Files.list(offices)) {
            home = unpacked.findFirst().orElseThrow();
        }
    }

    @BeforeEach
    void aPlace() throws IOException {
        place = Files.createTempDirectory(folder, "ici et là ");
    }

    private static Path tool() {
        return home.resolve("bin/perisco");
    }

    private Answer start(Map<String, String> environment, String... command) throws Exception {
        Path output = place.resolve("output");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("PERISCO_JAVA_OPTS", MAKES_NO_ARCHIVE);
        environment.forEach((name, value) -> {
            if (value.isEmpty()) {
                process.environment().remove(name);
            } else {
                process.environment().put(name, value);
            }
        });
        Process started = process.start();
        assertThat(started.waitFor(180, TimeUnit.SECONDS)).isTrue();
        return new Answer(started.exitValue(), Files.readString(output));
    }

    private static Path link(Path link, Path to) throws IOException {
        return Files.createSymbolicLink(link, to);
    }

    /** A folder with nothing but these programs of this machine. */
    private Path path(String... programs) throws IOException {
        Path path = Files.createDirectory(place.resolve("programs"));
        for (String program : programs) {
            Path found = Stream.of(System.getenv("PATH").split(":"))
                    .map(bin -> Path.of(bin, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            link(path.resolve(program), found);
        }
        return path;
    }

    @Test
    void throughALinkToALink() throws Exception {
        Path tools = Files.createDirectory(place.resolve("mes outils"));
        link(tools.resolve("périsco"), tools.relativize(tool()));
        link(place.resolve("p"), Path.of("mes outils", "périsco"));

        assertThat(start(Map.of(), place.resolve("p").toString(), "--version")).isEqualTo(new Answer(0, VERSION));
        assertThat(start(Map.of(), "./p", "--version")).isEqualTo(new Answer(0, VERSION));
        String path = tools + ":" + System.getenv("PATH");
        assertThat(start(Map.of("PATH", path), "bash", "-c", "périsco --version"))
                .isEqualTo(new Answer(0, VERSION));
    }

    @Test
    void aJavaHomeThatHoldsNoJavaIsPassedOver() throws Exception {
        for (String wrong : List.of("/nowhere", place.toString(), "relative folder")) {
            assertThat(start(Map.of("JAVA_HOME", wrong), tool().toString(), "--version"))
                    .as(wrong)
                    .isEqualTo(new Answer(0, VERSION));
        }
    }

    @Test
    void aSmallerHeapThanItsOwn() throws Exception {
        for (String options : List.of("-Xmx256m", "-Xmx256m -Dany=thing", "-XX:MaxRAMPercentage=10")) {
            assertThat(start(Map.of("PERISCO_JAVA_OPTS", options), tool().toString(), "--version"))
                    .as(options)
                    .isEqualTo(new Answer(0, VERSION));
        }
    }

    @Test
    void withoutJavaItSaysHowToInstallIt() throws Exception {
        Path path = path("bash", "readlink");
        Map<String, String> without = Map.of("PATH", path.toString(), "JAVA_HOME", "");

        Answer none = start(without, tool().toString(), "--version");
        assertThat(none.exit()).isEqualTo(5);
        assertThat(none.output())
                .isEqualTo("perisco: Java 17 or newer is needed: install java and put it on the PATH\n");

        link(path.resolve("apt-get"), path.resolve("bash"));
        Answer debian = start(without, tool().toString(), "--version");
        assertThat(debian.exit()).isEqualTo(5);
        assertThat(debian.output())
                .startsWith("perisco: Java 17 or newer is needed: sudo apt-get install ")
                .contains("openjdk-17")
                .hasLineCount(1);
    }

    @Test
    void wordsWithSpacesAndAccentsInTheCLocale() throws Exception {
        for (Map<String, String> locale : List.of(
                Map.of("LC_ALL", "C"),
                Map.of("LC_ALL", "POSIX"),
                Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""),
                Map.of("LC_ALL", "", "LC_CTYPE", "C", "LANG", "fr_FR.UTF-8"),
                Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "tlh_AQ.UTF-8"))) {
            Path database = Files.createTempDirectory(place, "Saint-Étienne ").resolve("l'été à l'œuvre.db");
            Answer founded = start(
                    locale,
                    tool().toString(),
                    "--lang",
                    "en",
                    "--db",
                    database.toString(),
                    "init",
                    "--setup",
                    PackagedTool.sample("setup"));
            assertThat(founded.exit()).as("%s: %s", locale, founded.output()).isZero();
            assertThat(database).isNotEmptyFile();
            Answer unknown = start(
                    locale,
                    tool().toString(),
                    "--lang",
                    "en",
                    "--db",
                    database.toString(),
                    "family",
                    "show",
                    "  É  *  ' \" \\ $HOME  œ");
            assertThat(unknown.exit()).as("%s: %s", locale, unknown.output()).isEqualTo(3);
            assertThat(unknown.output()).as("%s", locale).contains("É  *  ' \" \\ $HOME  œ");
        }
    }

    @Test
    void noClassOfTheCommandLineIsReadFromItsJar() throws Exception {
        Map<String, String> listing = Map.of("PERISCO_JAVA_OPTS", "-Xlog:class+load=info");

        Answer started = start(listing, inTheCheckout("scripts/perisco"), "--version");

        assertThat(started.output().lines().filter(line -> line.contains("picocli.")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("source: shared objects file"));
    }

    private static String inTheCheckout(String file) {
        return Path.of(file).toAbsolutePath().toString();
    }

    @Test
    void theLanguageOfALocaleThatIsNotInstalled() throws Exception {
        Map<String, String> french = Map.of("LC_ALL", "", "LC_CTYPE", "", "LC_MESSAGES", "", "LANG", "fr_AQ.UTF-8");

        Answer missing = start(french, tool().toString(), "--db", "l'été.db", "family", "list");

        assertThat(missing.output()).contains("il n’y a pas de base", "l'été.db");
    }

    @Test
    void anInstalledFolderThatMayOnlyBeRead() throws Exception {
        boolean root = Privileges.isRoot();
        assumeTrue(!root || Privileges.mayBecomeNobody(), "root may write everything, and cannot become somebody else");
        List<String> words = new ArrayList<>(root ? Privileges.NOBODY : List.of());
        words.addAll(List.of(tool().toString(), "--version"));
        Privileges.allow(folder, "rwxr-xr-x");
        Privileges.allow(home.getParent(), "rwxr-xr-x");
        Privileges.allow(place, "rwxr-xr-x");
        List<Path> installed;
        try (Stream<Path> paths = Files.walk(home)) {
            installed = paths.filter(Files::isDirectory).toList();
        }
        for (Path one : installed) {
            Privileges.allow(one, root ? "rwxr-xr-x" : "r-xr-xr-x");
        }
        Files.deleteIfExists(home.resolve("app/java"));
        try {
            assertThat(start(Map.of("PERISCO_JAVA_OPTS", ""), words.toArray(String[]::new)))
                    .isEqualTo(new Answer(0, VERSION));
            assertThat(home.resolve("app/java")).doesNotExist();
            assertThat(home.resolve("app/perisco.jsa")).doesNotExist();
        } finally {
            for (Path one : installed) {
                Privileges.allow(one, "rwxr-xr-x");
            }
        }
    }

    @Test
    void whoStartsItFirstMayHaveAnyMask() throws Exception {
        Path remembered = home.resolve("app/java");
        Files.deleteIfExists(remembered);

        assertThat(start(Map.of(), "bash", "-c", "umask 077; \"$0\" --version", tool().toString()))
                .isEqualTo(new Answer(0, VERSION));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(remembered)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void manualPagesAreForAllToReadAndForTheirOwnerToWrite() throws Exception {
        assertThat(start(Map.of(), "bash", "-c", "umask 000; \"$0\" man -o a/b", tool().toString())
                        .exit())
                .isZero();

        for (String folder : new String[] {"a", "a/b"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(folder))))
                    .isEqualTo("rwxr-xr-x");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("a/b/perisco.1"))))
                .isEqualTo("rw-r--r--");
    }
}
