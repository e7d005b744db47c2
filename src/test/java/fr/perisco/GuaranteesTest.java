package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of guarantees names each promise once, and tests that say themselves which promise they prove. */
class GuaranteesTest {
    private static final Pattern ROW = Pattern.compile("\\| (G\\d+) \\|.*");
    private static final Pattern PROOF = Pattern.compile("`(\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("src/docs/guarantees.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    @Test
    void everyPromiseStandsThereOnce() throws IOException {
        assertThat(rows().stream().map(row -> row.split(" ", 3)[1]))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(number -> "G" + number)
                        .toList());
    }

    @Test
    void everyProofIsATestThatNamesItsPromise() throws IOException {
        List<Path> sources;
        try (Stream<Path> paths = Files.walk(Path.of("src/test/java"))) {
            sources = paths.filter(Files::isRegularFile).toList();
        }
        for (String row : rows()) {
            String promise = row.split(" ", 3)[1];
            List<String> proofs = PROOF.matcher(row)
                    .results()
                    .map((MatchResult proof) -> proof.group(1))
                    .toList();
            assertThat(proofs).as(row).isNotEmpty();
            for (String proof : proofs) {
                List<Path> found = sources.stream()
                        .filter(source -> source.endsWith(proof + ".java"))
                        .toList();
                assertThat(found).as(proof).hasSize(1);
                assertThat(Files.readString(found.get(0))).as(proof).containsPattern("\\b" + promise + "\\b");
            }
        }
    }
}
