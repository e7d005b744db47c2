package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample town's files are those that {@code scripts/sample} writes, and what the README shows of them is so. */
class SampleDataTest {
    private static final Path SAMPLE = Path.of("sample-data");

    @TempDir
    Path folder;

    @Test
    void theSampleIsWrittenAgainToTheByte() throws Exception {
        Process sample = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "scripts/Sample.java",
                        "-o",
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(sample.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(sample.exitValue()).isZero();
        assertThat(files(folder)).isEqualTo(files(SAMPLE));
        for (String name : files(SAMPLE)) {
            assertThat(folder.resolve(name)).as(name).hasSameBinaryContentAs(SAMPLE.resolve(name));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theReadmesExtractionIsLoadedAsTyped() throws IOException {
        TestOffice office = TestOffice.withFamilies(folder);
        for (String name : List.of("onde-pupils.csv", "onde-guardians.csv")) {
            office.write("sample-data/" + name, Files.readAllBytes(SAMPLE.resolve(name)));
        }
        int loaded = 0;
        String said = "";
        for (String line : example("import onde")) {
            if (line.startsWith("$ perisco ")) {
                TestOffice.Answer answer =
                        office.run(line.substring("$ perisco ".length()).split(" "));
                assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.PARTIAL);
                said = answer.out() + answer.err();
                loaded++;
            } else {
                assertThat(said.lines()).contains(line);
            }
        }
        assertThat(loaded).isEqualTo(2);
        assertThat(office.rows("SELECT COUNT(*) FROM child WHERE ine <> ''")).containsExactly("119");
    }

    /** The lines of the README's block that types this command first, without the empty ones. */
    private static List<String> example(String command) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        return Stream.of(readme.split("(?m)^```$"))
                .filter(block -> block.lines()
                        .skip(1)
                        .findFirst()
                        .filter(line -> line.startsWith("$ perisco ") && line.contains(command))
                        .isPresent())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
