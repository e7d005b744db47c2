package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing may be written: over a database, whosever it is, and over what the same command reads or keeps. */
class OutputPlacesCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aTown() {
        office = TestOffice.booked(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--now 2016-12-02T10:00 payment export --month 2016-11 -o office.db",
                "report meals --week 2016-11-21 -o office.db",
                "report vaccines --by 2017-01-01 -o office.db",
                "payment journal --month 2016-11 -o office.db",
                "payment missing -o office.db",
                "credential reset F0001 -o office.db",
                "invoice pdf F0516120001 -o office.db",
                "import families bad.csv --report office.db",
                "import families bad.csv --report office.db --dry-run",
                "import families bad.csv --skip-rejected -o office.db",
                "payment journal --month 2016-11 -o link.csv",
                "payment journal --month 2016-11 -o office.db-wal",
            })
    @OnlyOnFile("no list takes the place of a server")
    void noListOrLetterTakesTheDatabasesPlace(String command) throws IOException {
        office.done("--now", "2016-12-02T10:00", "invoice", "run", "2016-11");
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("office.db"));
        badFile("bad.csv");

        Answer answer = office.run(command.split(" "));
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("is a database").contains("name another file");
        assertThat(office.done("db", "verify").err()).isEmpty();
        assertThat(office.files()).doesNotContain("office-1.db");
    }

    private void badFile(String name) throws IOException {
        String text = Files.readString(Path.of("sample-data", "families.csv"));
        int place = text.indexOf(";yes;");
        office.write(name, text.substring(0, place) + ";perhaps;" + text.substring(place + 5));
    }

    @Test
    void aReportIsNotWrittenOverTheFileOfWhichItTells() throws IOException {
        badFile("bad.csv");
        byte[] before = office.content("bad.csv");
        for (String more : List.of("--no-color", "--dry-run", "--skip-rejected")) {
            Answer answer = office.run("import", "families", "bad.csv", "--report", "./bad.csv", more);
            assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(answer.err()).contains("named for something else in this command");
            assertThat(office.content("bad.csv")).isEqualTo(before);
        }
        assertThat(office.run(
                                "import",
                                "families",
                                "bad.csv",
                                "--skip-rejected",
                                "-o",
                                "same.csv",
                                "--report",
                                "same.csv")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("same.csv")).doesNotExist();
    }

    @Test
    @OnlyOnFile("no list takes the place of a server")
    void whatIsRefusedForItsReportIsNotDone() throws IOException {
        TestOffice town = TestOffice.withSetup(Files.createDirectory(folder.resolve("town")));
        String families = TestOffice.sample("families.csv");
        assertThat(town.run("import", "families", families, "--report", "office.db")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(town.rows("select count(*) from family")).containsExactly("0");

        office.done("--now", "2016-12-02T10:00", "invoice", "run", "2016-11");
        String paid = """
                numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop
                012345;2016;F0516120001;Facture;1350;a@b.example;T;P;3feabd;08122016;2122;op1
                """;
        office.write("paid.csv", paid);
        String[] load = {"--now", "2016-12-10T10:00", "payment", "import", "paid.csv", "--report", "office.db"};
        assertThat(office.run(load).exit()).isEqualTo(ExitCode.REFUSED);
        load[6] = "paid.csv";
        assertThat(office.run(load).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.text("paid.csv")).isEqualTo(paid);
        assertThat(office.rows("select count(*) from payment")).containsExactly("0");
        load[6] = "report.csv";
        office.done(load);
        assertThat(office.rows("select count(*) from payment")).containsExactly("1");
    }
}
