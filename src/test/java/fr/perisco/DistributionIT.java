package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packages that a machine with nothing but a Java runtime installs. */
class DistributionIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    Path folder;

    private String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        String output = Files.readString(folder.resolve("output"));
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private static Path only(String start, String end) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(start)
                                    && file.getFileName().toString().endsWith(end))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    @Test
    void anUnpackedTarballRunsFromAnywhereAndPreparesItselfOnce() throws Exception {
        Path place = Files.createDirectory(folder.resolve("a place with é"));
        output("tar", "xzf", only("perisco-", ".tar.gz").toString(), "-C", place.toString());
        Path home;
        try (Stream<Path> unpacked = Files.list(place)) {
            home = unpacked.toList().get(0);
        }
        Path tool = Files.createSymbolicLink(folder.resolve("perisco"), home.resolve("bin/perisco"));
        Path archive = home.resolve("app/perisco.jsa");
        assertThat(archive).doesNotExist();

        assertThat(output(tool.toString(), "--version")).isEqualTo("perisco 0.1.0\n");
        FileTime prepared = Files.getLastModifiedTime(archive);
        output(
                tool.toString(),
                "--db",
                "t.db",
                "init",
                "--setup",
                home.resolve("share/perisco/sample-data/setup").toString());
        assertThat(output(tool.toString(), "--lang", "en", "--db", "t.db", "db", "verify"))
                .isEmpty();
        assertThat(Files.size(archive)).isPositive();
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(prepared);

        for (String page : List.of(
                "man/man1/perisco-invoice-run.1.gz",
                "man/fr/man1/perisco-invoice-run.1.gz",
                "bash-completion/completions/perisco",
                "doc/perisco/THIRD-PARTY.txt")) {
            assertThat(home.resolve("share").resolve(page)).isNotEmptyFile();
        }
    }

    @Test
    void theDebianPackageHoldsTheSameAndALinkInTheUsersPath() throws Exception {
        assumeThat(Stream.of(System.getenv("PATH").split(":")).anyMatch(bin -> Files.exists(Path.of(bin, "dpkg-deb"))))
                .as("dpkg-deb is there")
                .isTrue();
        String content =
                output("dpkg-deb", "--contents", only("perisco_", "_all.deb").toString());

        assertThat(content.lines())
                .anyMatch(line -> line.endsWith("./usr/bin/perisco -> ../lib/perisco/bin/perisco"))
                .anyMatch(line ->
                        line.startsWith("-rwxr-xr-x root/root") && line.endsWith("./usr/lib/perisco/bin/perisco"))
                .anyMatch(line ->
                        line.startsWith("-rw-r--r-- root/root") && line.endsWith("./usr/lib/perisco/app/perisco.jar"))
                .anyMatch(line -> line.endsWith("./usr/share/zsh/vendor-completions/_perisco"))
                .noneMatch(line -> line.contains("perisco.jsa"));
    }
}
