package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who did what when. The clock of these tests stands on 14 October 2016, nine in the morning. */
class AuditListCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookAndCancel() {
        office = TestOffice.booked(folder);
        office.done(
                "--now",
                "2016-11-14T10:00",
                "--actor",
                "anna",
                "reservation",
                "cancel",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-21",
                "--waive",
                "ill");
        office.done(
                "--now",
                "2016-11-14T11:00",
                "--actor",
                "bob",
                "registration",
                "end",
                "E0002",
                "MERCREDI",
                "--on",
                "2016-12-16");
    }

    private List<String> audit(String... args) {
        List<String> all = new ArrayList<>(List.of("--format", "csv", "audit", "list"));
        all.addAll(List.of(args));
        return office.done(all.toArray(String[]::new)).outLines();
    }

    @Test
    void actsAreListedByWhoDidThemAndWhen() {
        assertThat(audit("--by", "anna"))
                .hasSize(2)
                .last()
                .asString()
                .endsWith(";2016-10-14T09:00;2016-11-14T10:00;anna;reservation cancel;ill");
        assertThat(audit("--kind", "registration end")).hasSize(2);
        assertThat(audit("--from", "2016-10-15")).hasSize(1);
        assertThat(audit("--to", "2016-10-13")).hasSize(1);
        assertThat(audit("--from", "2016-10-14", "--to", "2016-10-14")).hasSizeGreaterThan(5);
    }

    @Test
    void aChildsChangesTellTheDaysAddedAndRemoved() {
        assertThat(audit("--child", "E0002", "--by", "anna").stream()
                        .skip(1)
                        .map(line -> line.substring(line.indexOf("reservation cancel"))))
                .containsExactlyInAnyOrder(
                        "reservation cancel;reservation;E0002 CANTINE REPAS;booked;2016-11-21;;ill",
                        "reservation cancel;reservation;E0002 CANTINE REPAS;cancelled;;2016-11-21;ill",
                        "reservation cancel;reservation;E0002 CANTINE REPAS;waived;;2016-11-21;ill");
        assertThat(audit("--child", "E0002", "--by", "bob"))
                .anyMatch(line -> line.contains(";registration;E0002 MERCREDI 2016-11-03;to;2017-07-07;2016-12-16;"));
    }

    @Test
    void aFamilysTrailBeginsWithItsOwnImportAndHoldsNobodyElses() {
        List<String> trail = audit("--family", "F0002");
        assertThat(trail.get(1)).contains("import families;family;F0002;created");
        List<String> children =
                office.rows("SELECT child.code FROM child JOIN child_family cf ON cf.child_id = child.id"
                        + " JOIN family f ON f.id = cf.family_id WHERE f.code = 'F0002'");
        assertThat(trail.stream()
                        .skip(1)
                        .map(line -> line.split(";")[6].split(" ")[0])
                        .distinct())
                .allMatch(code -> code.equals("F0002") || children.contains(code));
    }

    @Test
    void anInvoiceNamesTheRunThatIssuedIt() {
        office.done("--now", "2016-12-02T08:00", "--actor", "cron", "invoice", "run", "2016-11");
        String number = office.rows("SELECT number FROM invoice LIMIT 1").get(0);
        assertThat(audit("--invoice", number))
                .hasSize(2)
                .last()
                .asString()
                .contains(";cron;invoice run;invoice;" + number + ";created;;");
    }

    @Test
    void anActShowsAllThatItChangedAndNothingIsWritten() {
        byte[] before = office.database();
        String act = audit("--by", "anna").get(1).split(";")[0];
        assertThat(audit("--act", act)).hasSize(4);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void whatIsUnknownIsRefusedAndOneConcernIsEnough() {
        assertThat(office.run("audit", "list", "--family", "F9999").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("audit", "list", "--child", "E9999").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("audit", "list", "--invoice", "F9").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("audit", "list", "--family", "F0002", "--child", "E0002")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
