package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a day came to what it is. */
class ReservationExplainCommandTest {
    private static final String[] MONDAY = {"E0002", "CANTINE", "REPAS", "2016-11-21"};

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    private TestOffice.Answer explain(String... more) {
        String[] args = new String[more.length + 6];
        System.arraycopy(more, 0, args, 0, more.length);
        args[more.length] = "reservation";
        args[more.length + 1] = "explain";
        System.arraycopy(MONDAY, 0, args, more.length + 2, 4);
        return office.done(args);
    }

    @Test
    void eachActIsNamedInItsOrder() {
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
                "2016-11-21");
        office.done(
                "--now",
                "2016-11-15T10:00",
                "--actor",
                "bob",
                "reservation",
                "add",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-21");
        office.done(
                "--now",
                "2016-11-16T09:00",
                "--actor",
                "anna",
                "reservation",
                "cancel",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-21",
                "--waive",
                "ill for a week");

        assertThat(explain("--format", "csv").outLines())
                .contains(
                        "day;E0002 CANTINE REPAS 2016-11-21;state;cancelled",
                        "day;E0002 CANTINE REPAS 2016-11-21;cancel_deadline;2016-11-16T09:00",
                        "typical-week;2016-11-03;days;mon,tue,thu,fri")
                .containsSubsequence(
                        "act;2016-10-14T09:00 booked added;act;import weeks",
                        "act;2016-11-14T10:00 booked removed;by;anna",
                        "act;2016-11-15T10:00 booked added;by;bob",
                        "act;2016-11-16T09:00 waived added;reason;ill for a week");
    }

    @Test
    void aRequestIsShownWithItsVerdict() {
        office.write(
                "requests.csv",
                "submitted_at;login;child;activity;unit;date;action\n2016-11-16T09:00;" + login()
                        + ";E0002;CANTINE;REPAS;2016-11-21;cancel\n");
        office.done("--now", "2016-11-16T09:05", "import", "requests", "requests.csv");
        office.done("--now", "2016-11-16T09:10", "reservation", "process");

        assertThat(explain("--now", "2016-11-16T10:00").out())
                .contains(
                        login(),
                        "refused",
                        "had to arrive before Wed 2016-11-16 at 09:00",
                        "E0002 Vernalet Charlotte",
                        ": booked");
    }

    @Test
    void theInvoiceIsNamed() {
        office.done("--now", "2016-12-02T08:00", "invoice", "run", "2016-11");
        String number = office.rows(
                        "SELECT number FROM invoice JOIN family f ON f.id = family_id WHERE f.code = 'F0002'")
                .get(0);
        assertThat(explain("--now", "2016-12-02T09:00").out()).contains("perisco invoice explain " + number);
    }

    @Test
    void aClosedDaySaysWhyAndNothingIsWritten() {
        byte[] before = office.database();
        TestOffice.Answer saturday = office.done("reservation", "explain", "E0002", "CANTINE", "REPAS", "2016-11-19");
        TestOffice.Answer french =
                office.done("--lang", "fr", "reservation", "explain", "E0002", "CANTINE", "REPAS", "19/11/2016");
        assertThat(saturday.out())
                .contains("Not open that day: ", "neither booked nor asked for")
                .doesNotContain("It can be");
        assertThat(french.out()).contains("Pas ouvert ce jour-là : ", "ni réservé ni demandé");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void whatIsUnknownIsRefused() {
        assertThat(office.run("reservation", "explain", "E9999", "CANTINE", "REPAS", "2016-11-21")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("reservation", "explain", "E0002", "CANTINE", "NOPE", "2016-11-21")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    private String login() {
        return office.rows("SELECT login FROM family WHERE code = 'F0002'").get(0);
    }

    @Test
    void aPassedDeadlineIsOverAndAStateIsAWordOfTheLanguage() {
        assertThat(explain("--lang", "fr", "--now", "2016-11-16T08:59").out())
                .contains("réservé (booked)", "Il peut être ajouté avant le mercredi 16/11/2016 à 09:00.");
        assertThat(explain("--lang", "fr", "--now", "2016-11-16T09:00").out())
                .contains("Il pouvait être annulé avant le mercredi 16/11/2016 à 09:00.");
        assertThat(explain("--lang", "fr", "--format", "csv").out()).contains(";state;booked");
    }
}
