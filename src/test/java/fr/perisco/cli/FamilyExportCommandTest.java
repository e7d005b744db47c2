package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a family gets that asks for all that is held of it, and what is held no more once it is erased. */
class FamilyExportCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aTown() {
        office = TestOffice.withFamilies(folder);
    }

    @Test
    void noNameStandsTwiceInOneObject() throws IOException {
        office.done("family", "export", "F0002", "-o", "out");
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        int tokens = 0;
        try (JsonParser parser =
                strict.createParser(folder.resolve("out/F0002.json").toFile())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }

        assertThat(tokens).isGreaterThan(100);
    }

    @Test
    void whatIsHeldUnderAMergedDuplicateIsPartOfIt() throws IOException {
        String email = office.done("family", "list", "--format", "csv").outLines().stream()
                .filter(line -> line.startsWith("F0015;"))
                .map(line -> line.split(";")[2])
                .findFirst()
                .orElseThrow();
        office.done("family", "merge", "F0014", "F0015", "--yes");

        office.done("family", "export", "F0014", "-o", "out");

        assertThat(Files.readString(folder.resolve("out/F0014.json"))).contains("\"F0015\"", email);
    }

    @Test
    void whyARequestWasRefusedTellsNothingOfAnErasedFamily() throws IOException {
        String login = "sandra.dupont@example.org";
        office.write(
                "requests.csv",
                "submitted_at;login;child;activity;unit;date;action\n2016-10-14T08:01;" + login
                        + ";E0003;CANTINE;REPAS;2016-11-17;add\n2016-10-14T08:02;" + login
                        + ";E0003;;;;registration-certificate\n");
        office.done("import", "requests", "requests.csv");
        office.run("reservation", "process");
        assertThat(stored()).contains(login);

        office.done("family", "erase", "F0001", "--yes");

        assertThat(stored()).doesNotContain(login);
    }

    private String stored() {
        return new String(office.database(), StandardCharsets.ISO_8859_1);
    }
}
