package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G14: Files that are no office's: a row, a header, a number of rows or a size beyond measure is refused before it is understood. */
class BeyondMeasureCommandTest {
    private static final String HEADER = "family;quotient;from\n";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void anOffice() {
        office = TestOffice.withFamilies(folder);
    }

    private void isRefused(String content, String message) {
        office.write("odd.csv", content);
        byte[] before = office.database();
        TestOffice.Answer answer = office.run("import", "quotients", "odd.csv");
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).startsWith("odd.csv:" + message);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aRowWithoutEnd() {
        isRefused(HEADER + "F0001;" + "7".repeat(70_000), "2:1: the row has more than 65,536 characters");
        isRefused("y".repeat(1_000_000), "1:1: the row has more than 65,536 characters");
    }

    @Test
    void aFieldOverVeryManyLines() {
        isRefused(HEADER + "\"" + "F\n".repeat(40_000) + "\";1;2016-11-01\n", "2:1: the row has more than 65,536");
    }

    @Test
    void aHeaderWithoutEnd() {
        isRefused("a;".repeat(600) + "\n", "1:501: more than 500 fields in the header");
    }

    @Test
    void rowsWithoutEnd() {
        isRefused(HEADER + ";\n".repeat(1_000_001), "1000002:1: more than 1,000,000 rows; split the file");
    }

    @Test
    void aFileThatDoesNotFitInMemory() {
        byte[] large = new byte[(64 << 20) + 1];
        TestOffice.Answer answer = office.runWith(large, "import", "quotients", "-");
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).startsWith("-:0:0: more than 64 MiB; split the file");
    }
}
