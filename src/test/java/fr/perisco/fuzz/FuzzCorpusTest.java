package fr.perisco.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that is kept, for every parser; {@code scripts/torture fuzz} looks for more. */
class FuzzCorpusTest {
    static List<Named<Target>> targets() {
        return Targets.all().stream()
                .map(target -> Named.of(target.name(), target))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nothingThatIsKeptBreaksIt(Target target) throws Exception {
        List<Path> inputs = Corpus.inputs(target);

        assertThat(inputs)
                .isNotEmpty()
                .allSatisfy(input -> assertThat(Finding.of(target, Files.readAllBytes(input)))
                        .isEmpty());
    }

    @Test
    void whatBreaksAParserIsMadeShort() throws Exception {
        Target fussy = new Target("fussy", input -> {
            if (new String(input, StandardCharsets.US_ASCII).contains("ab")) {
                throw new IllegalStateException("ab");
            }
        });
        byte[] input = "xxxxxxabyyyyyyyyyyy".getBytes(StandardCharsets.US_ASCII);
        Finding finding = Finding.of(fussy, input).orElseThrow();

        assertThat(finding.words()).isEqualTo("java.lang.IllegalStateException: ab");
        assertThat(finding.shortest(fussy, input)).asString().isEqualTo("ab");
        assertThat(Finding.of(fussy, new byte[0])).isEmpty();
    }
}
