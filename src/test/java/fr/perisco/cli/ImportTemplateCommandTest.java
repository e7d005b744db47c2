package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.ClerkAtWork.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTemplateCommandTest {
    private static final String TODAY = "2016-11-07T09:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void start() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "families,import",
        "quotients,import",
        "registrations,import",
        "weeks,import",
        "requests,import",
        "attendance,import",
        "payments,payment"
    })
    void aTemplateLoadsAsItIsAndExplainsEachColumn(String kind, String noun) throws IOException {
        for (String language : new String[] {"en", "fr"}) {
            String name = language + ".csv";
            Answer written = clerk.asks("--lang", language, "import", "template", kind, "-o", name);
            assertThat(written.exit()).isZero();
            String text = Files.readString(folder.resolve(name));
            assertThat(text).doesNotContain("template.");
            String[] lines = text.split("\n");
            assertThat(lines[lines.length - 1].split(";")).hasSize(lines.length - 1);
            Answer loaded = noun.equals("import")
                    ? clerk.at(TODAY, "import", kind, name)
                    : clerk.at(TODAY, "payment", "import", name);
            assertThat(loaded.exit()).as(loaded.err()).isZero();
            assertThat(loaded.err()).doesNotContain("nobody reads");
        }
    }

    @Test
    void theMinistrysFilesAreDescribedAsTheyCome() throws IOException {
        for (String language : new String[] {"en", "fr"}) {
            for (String kind : new String[] {"onde", "guardians"}) {
                assertThat(clerk.asks("--lang", language, "import", "template", kind, "-o", language + kind + ".csv")
                                .exit())
                        .isZero();
                assertThat(Files.readString(folder.resolve(language + kind + ".csv")))
                        .doesNotContain("template.")
                        .contains("perisco import onde --pupils");
            }
            Answer loaded = clerk.at(
                    TODAY,
                    "import",
                    "onde",
                    "--pupils",
                    language + "onde.csv",
                    "--guardians",
                    language + "guardians.csv",
                    "--dry-run");
            assertThat(loaded.exit()).as(loaded.err()).isZero();
            assertThat(loaded.err()).doesNotContain("nobody reads");
        }
        assertThat(Files.readString(folder.resolve("fronde.csv")))
                .contains("telle quelle", "# Date naissance (colonne obligatoire)", "aussi compris : Date de naissance")
                .contains("\nNom élève;Nom d'usage élève;Prénom élève;");
    }

    @Test
    void theHeadersOfTheSampleExtractionAreAllDescribed() throws IOException {
        for (String[] file : new String[][] {{"onde", "onde-pupils.csv"}, {"guardians", "onde-guardians.csv"}}) {
            String described = clerk.asks("import", "template", file[0]).out();
            String header = Files.readAllLines(Path.of("sample-data", file[1])).get(0);
            for (String column : header.split(";")) {
                assertThat(described).containsIgnoringCase("# " + column.strip() + " (");
            }
        }
    }

    @Test
    void aFileThatIsThereMayHoldAnEveningsTypingAndStays() throws IOException {
        clerk.file("mine.csv", "family;quotient;quotient_from", "F0001;500;2017-01-01");

        Answer refused = clerk.asks("import", "template", "quotients", "-o", "mine.csv");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("mine.csv is there already");
        assertThat(folder.resolve("mine.csv")).content().contains("F0001;500");
    }

    @Test
    void aFilledTemplateKeepsItsLineNumbersThroughASpreadsheet() throws IOException {
        clerk.file(
                "a.csv",
                "\"# child, the code\";;;;",
                "# activity;;;;",
                "",
                "child,activity,unit,date,status",
                "E0001,NOWHERE,X,2016-11-04,present");
        assertThat(clerk.at(TODAY, "import", "attendance", "a.csv").err()).contains("a.csv:5:3: ");
        assertThat(clerk.at(TODAY, "import", "attendance", "a.csv", "--skip-rejected")
                        .exit())
                .isEqualTo(6);
        assertThat(Files.readAllLines(folder.resolve("a.csv.rejected.csv")))
                .containsExactly("child,activity,unit,date,status", "E0001,NOWHERE,X,2016-11-04,present");
    }

    @ParameterizedTest
    @CsvSource({"families", "quotients", "registrations", "weeks", "requests", "attendance"})
    void whatIsWrongIsReportedToSendItOn(String kind) throws IOException {
        clerk.asks("import", "template", kind, "-o", "t.csv");
        String template = Files.readString(folder.resolve("t.csv"));
        String header = template.lines().reduce((before, last) -> last).orElseThrow();
        Files.writeString(folder.resolve("t.csv"), template + "\u0007;".repeat(header.split(";").length - 1) + "\n");
        byte[] stored = clerk.stored();
        for (String report : new String[] {"r.csv", "r.pdf"}) {
            Answer answer = clerk.at(TODAY, "import", kind, "t.csv", "--dry-run", "--report", report);
            assertThat(answer.exit()).isEqualTo(4);
            assertThat(folder.resolve(report)).isNotEmptyFile();
        }
        assertThat(Files.readString(folder.resolve("r.csv")))
                .startsWith("file;line;column;fault\nt.csv;" + (template.lines().count() + 1) + ";1;");
        assertThat(clerk.stored()).isEqualTo(stored);
        assertThat(clerk.at(TODAY, "import", kind, "t.csv", "--report", "-").exit())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "families | F9001;Petit;;;yes;Mme;Petit;Anne;anne.petit@example.org;0639980000;;;;;;"
                        + "1 rue Haute;24696;Valmourin;E9001;Petit;Zoé;2010-05-14;F;MOULIN;"
                        + "CE2 A;sans porc;2027-01-25;1;;;CE2;no",
                "quotients | F0001;500;2017-01-01;1;20000;2016-12-01",
                "registrations | E0001;CANTINE;2017-01-05;2017-02-18;F0001;accepted;;",
                "weeks | E0001;CANTINE;REPAS;thu,fri;2016-11-21;2016-12-18;all;F0001;;",
                "requests | 2016-11-07T08:00;sandra.dupont@example.org;;;;;invoice",
                "attendance | E0001;CANTINE;REPAS;2016-11-04;present"
            })
    void aCellMustBeFilledInWhereTheTemplateSaysSoAndNowhereElse(String kind, String good) throws IOException {
        List<String> lines =
                clerk.asks("import", "template", kind).out().lines().toList();
        String header = lines.get(lines.size() - 1);
        for (int column = 1; column < lines.size(); column++) {
            String[] row = good.split(";", -1);
            row[column - 1] = "";
            clerk.file("one.csv", header, String.join(";", row));

            Answer answer = clerk.at(TODAY, "import", kind, "one.csv", "--dry-run");

            assertThat(answer.err().contains("one.csv:2:" + column + ": "))
                    .as(lines.get(column - 1) + "\n" + answer.err())
                    .isEqualTo(lines.get(column - 1).contains("(to be filled in)"));
        }
    }
}
