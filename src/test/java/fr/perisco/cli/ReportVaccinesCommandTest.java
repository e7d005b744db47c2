package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vaccines of the sample town: those of E0004, of F0003, last until 7 December 2016, those of E0005 until 1 September 2016. */
class ReportVaccinesCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void registered() {
        office = TestOffice.booked(folder);
    }

    private List<String> due(String... more) {
        List<String> args = new ArrayList<>(List.of("--format", "csv", "report", "vaccines"));
        args.addAll(List.of(more));
        return office.done(args.toArray(String[]::new)).outLines();
    }

    @Test
    void theLastDayOfValidityIsNotDueAndTheDayAfterIs() {
        assertThat(due("--by", "2016-12-07")).noneMatch(line -> line.startsWith("E0004;"));
        assertThat(due("--by", "2016-12-08"))
                .filteredOn(line -> line.startsWith("E0004;"))
                .singleElement()
                .asString()
                .contains(";2016-12-07;outdated;F0003;");
        assertThat(due()).anyMatch(line -> line.startsWith("E0005;"));
    }

    @Test
    void childrenWithoutARegistrationThatGoesOnAreLeftOut() {
        assertThat(due("--now", "2017-09-15T09:00")).hasSize(1);
    }

    @Test
    void aFamilyThatTheChildLeftIsNotCalled() {
        office.done("child", "join", "E0005", "F0001", "--from", "2016-10-01");
        assertThat(due()).filteredOn(line -> line.startsWith("E0005;")).hasSize(2);
        office.done("child", "leave", "E0005", "F0001", "--on", "2016-10-13");

        assertThat(due())
                .filteredOn(line -> line.startsWith("E0005;"))
                .singleElement()
                .asString()
                .contains(";F0004;");
    }

    @Test
    void theListIsPrintedWithItsTotalAndOnlyForItsReader() throws Exception {
        int children = due("--by", "2017-09-01", "--school", "BOURG").size() - 1;
        office.done("report", "vaccines", "--by", "2017-09-01", "--school", "BOURG", "-o", "due.pdf");
        byte[] once = office.content("due.pdf");
        office.done("report", "vaccines", "--by", "2017-09-01", "--school", "BOURG", "-o", "again.pdf");

        assertThat(office.content("again.pdf")).isEqualTo(once);
        assertThat(PrintedText.pages(once)).last().asString().contains("Total : " + children + " enfants");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("due.pdf"))))
                .isEqualTo("rw-------");
        office.done("report", "vaccines", "--by", "2009-09-01", "--school", "BOURG", "-o", "none.pdf");
        assertThat(office.run("report", "vaccines", "--school", "NOWHERE").exit())
                .isEqualTo(3);
        assertThat(office.run("report", "vaccines", "--school", "BOURG", "--class", "X")
                        .exit())
                .isEqualTo(3);
        office.done("report", "vaccines", "-o", "not.pdf", "--dry-run");
        assertThat(folder.resolve("not.pdf")).doesNotExist();
    }
}
