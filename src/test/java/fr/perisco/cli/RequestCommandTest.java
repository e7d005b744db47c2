package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * E0002 of the family F0002 eats on Mondays and Tuesdays of November. Monday 21 can be added and cancelled until Wednesday 16
 * at nine.
 */
class RequestCommandTest {
    private static final String HEADER = "submitted_at;login;child;activity;unit;date;action\n";
    private static final String F2 = "frederic.vernalet@example.org";
    private static final String NOVEMBER_16 = "2016-11-16T10:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookNovember() {
        office = TestOffice.withFamilies(folder);
        office.write("registrations.csv", """
                child;activity;from;to
                E0002;CANTINE;2016-11-03;2017-07-07
                """);
        office.done("import", "registrations", "registrations.csv");
        office.done(
                "reservation",
                "week",
                "E0002",
                "CANTINE",
                "--unit",
                "REPAS",
                "--days",
                "mon,tue",
                "--from",
                "2016-11-03",
                "--to",
                "2016-11-30");
    }

    private Answer load(String... rows) {
        office.write("requests.csv", HEADER + String.join("\n", rows) + "\n");
        return office.done("--now", NOVEMBER_16, "import", "requests", "requests.csv");
    }

    private Answer process(String now) {
        return office.done("--now", now, "--format", "csv", "reservation", "process");
    }

    /** What each request came to: its day, action and verdict. */
    private List<String> verdicts(String now) {
        return process(now).outLines().stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> String.join(" ", cells[4], cells[5], cells[6]))
                .toList();
    }

    private List<String> states(String... filters) {
        String[] args = new String[7 + filters.length];
        List.of("--now", NOVEMBER_16, "--format", "csv", "reservation", "list", "--child=E0002")
                .toArray(args);
        System.arraycopy(filters, 0, args, 7, filters.length);
        return office.done(args).outLines().stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> cells[3] + " " + cells[4])
                .toList();
    }

    private static String row(String moment, String login, String day, String action) {
        return String.join(";", moment, login, "E0002", "CANTINE", "REPAS", day, action);
    }

    @Test
    void eachIsJudgedByTheMomentWhenItWasSubmitted() {
        load(
                row("2016-11-16T09:00", F2, "2016-11-21", "cancel"),
                row("2016-11-16T08:59:59", F2, "2016-11-22", "cancel"),
                row("2016-11-15T20:00", F2, "2016-11-24", "add"));
        assertThat(states("--from=2016-11-21", "--to=2016-11-24"))
                .containsExactly("2016-11-21 cancel-requested", "2016-11-22 cancel-requested", "2016-11-24 requested");
        assertThat(verdicts(NOVEMBER_16))
                .containsExactly("2016-11-24 add booked", "2016-11-22 cancel cancelled", "2016-11-21 cancel too-late");
        assertThat(states("--from=2016-11-21", "--to=2016-11-24"))
                .containsExactly("2016-11-21 booked", "2016-11-22 cancelled", "2016-11-24 booked");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void aRefusalKeepsItsReasonAndLeavesTheStateThatItFound() {
        load(
                row("2016-11-16T09:00", F2, "2016-11-21", "cancel"),
                row("2016-11-16T09:30", F2, "2016-11-17", "add"),
                row("2016-11-16T09:30", F2, "2016-11-11", "add"));
        process(NOVEMBER_16);
        assertThat(states("--from=2016-11-11", "--to=2016-11-21"))
                .containsExactly(
                        "2016-11-11 refused",
                        "2016-11-14 booked",
                        "2016-11-15 booked",
                        "2016-11-17 refused",
                        "2016-11-21 booked");
        assertThat(office.done("--lang", "fr", "reservation", "list", "--child", "E0002", "--state", "refused")
                        .out())
                .contains("jour férié : armistice de 1918")
                .contains("la demande devait arriver avant le lundi 14/11/2016 à 09:00");
        assertThat(office.rows("select verdict, reason is null from day_request order by id"))
                .containsExactly("too-late|0", "too-late|0", "closed|0");
    }

    @Test
    void theSameRowTwiceIsOne() {
        String row = row("2016-11-10T10:00", F2, "2016-11-24", "add");
        Answer first =
                load(row, row.replace("2016-11-10T10:00", "10/11/2016 10:00:00").replace("add", "ajouter"));
        assertThat(first.outLines()).contains(" requests    1        0          1         0         0");
        byte[] before = office.database();
        assertThat(load(row).out()).contains("nothing changed");
        assertThat(office.database()).isEqualTo(before);
        process(NOVEMBER_16);
        byte[] decided = office.database();
        load(row);
        assertThat(office.database()).isEqualTo(decided);
    }

    @Test
    void anotherFamilysLoginAndUnknownCodesAreVerdicts() {
        load(
                row("2016-11-10T10:00", "sandra.dupont@example.org", "2016-11-21", "cancel"),
                row("2016-11-10T10:00", "nobody@example.org", "2016-11-21", "cancel"),
                "2016-11-10T10:00;" + F2 + ";E9999;CANTINE;REPAS;2016-11-21;add",
                "2016-11-10T10:00;" + F2 + ";E0002;PISCINE;REPAS;2016-11-21;add",
                "2016-11-10T10:00;" + F2 + ";E0002;CANTINE;DINER;2016-11-21;add",
                "2016-11-10T10:00;" + F2.toUpperCase(java.util.Locale.ROOT) + ";E0002;ACCUEILS;MATIN;2016-11-21;add",
                row("2016-11-10T10:00", F2, "2019-11-21", "add"));
        assertThat(states("--from=2016-11-21", "--to=2016-11-21"))
                .as("a stranger's request is no state of the child")
                .containsExactlyInAnyOrder(
                        "2016-11-21 requested", "2016-11-21 requested", "2016-11-21 requested", "2016-11-21 booked");
        assertThat(verdicts(NOVEMBER_16))
                .containsExactly(
                        "2016-11-21 cancel other-family",
                        "2016-11-21 cancel unknown",
                        "2016-11-21 add unknown",
                        "2016-11-21 add unknown",
                        "2016-11-21 add unknown",
                        "2016-11-21 add not-registered",
                        "2019-11-21 add not-registered");
        assertThat(states("--from=2016-11-21", "--to=2016-11-21")).contains("2016-11-21 booked");
    }

    @Test
    void whatIsLaterThanNowWaits() {
        load(row("2016-11-16T12:00", F2, "2016-11-24", "add"));
        byte[] before = office.database();
        Answer early = process("2016-11-16T11:59");
        assertThat(early.outLines()).hasSize(1);
        assertThat(early.err()).contains("1 request submitted later than --now waits for its moment");
        assertThat(office.database()).isEqualTo(before);
        assertThat(verdicts("2016-11-16T12:00")).containsExactly("2016-11-24 add booked");
    }

    @Test
    void processedAgainNothingIsDone() {
        load(row("2016-11-10T10:00", F2, "2016-11-24", "add"));
        byte[] before = office.database();
        assertThat(office.done("--now", NOVEMBER_16, "reservation", "process", "--dry-run")
                        .out())
                .contains("booked");
        assertThat(office.database()).isEqualTo(before);
        process(NOVEMBER_16);
        byte[] processed = office.database();
        assertThat(office.done("--now", NOVEMBER_16, "reservation", "process").out())
                .isEqualTo("nothing to do: no request to judge\n");
        assertThat(office.database()).isEqualTo(processed);
    }

    @Test
    void tiesAreJudgedInTheOrderOfTheFile() {
        load(
                row("2016-11-10T10:00", F2, "2016-11-24", "add"),
                row("2016-11-10T10:00", F2, "2016-11-24", "cancel"),
                row("2016-11-10T10:00", F2, "2016-11-22", "cancel"),
                row("2016-11-10T10:00", F2, "2016-11-22", "add"));
        process(NOVEMBER_16);
        assertThat(states("--from=2016-11-22", "--to=2016-11-24"))
                .containsExactly("2016-11-22 booked", "2016-11-24 cancelled");
    }

    @Test
    void eachIsAnActOfItsOwnThatCountsWhenItWasSubmitted() {
        load(row("2016-11-10T10:00", F2, "2016-11-24", "add"), row("2016-11-10T11:00", F2, "2016-11-25", "add"));
        process(NOVEMBER_16);
        assertThat(office.rows("select effective_at, actor from act where kind = 'reservation process' order by id"))
                .containsExactly("2016-11-10T10:00:00|clerk", "2016-11-10T11:00:00|clerk");
        assertThat(office.rows("select before, after from audit_change where subject = 'request'"))
                .containsExactly("requested|granted", "requested|granted");
    }

    private void askForDocuments() {
        Answer loaded = load(
                "2016-11-10T10:00;" + F2 + ";;;;;facture",
                "2016-11-10T10:00;" + F2 + ";E0002;;;2016-11-01;tax-certificate",
                "2016-11-10T10:00;" + F2 + ";E0001;;;;registration-certificate",
                "2016-11-10T10:00;" + F2 + ";E0002;CANTINE;;;attestation d’inscription",
                "2016-11-17T10:00;" + F2 + ";;;;;facture");
        assertThat(loaded.outLines()).contains(" requests    5        0          0         0         0");
    }

    @Test
    void documentsWaitInAnOfficeThatSendsNoMails() {
        office.write("setup/office.properties", "mail.from=\n");
        office.done("setup", "load", "setup");
        askForDocuments();
        Answer processed = process(NOVEMBER_16);
        assertThat(processed.outLines()).hasSize(1);
        assertThat(processed.err()).contains("5 documents that families asked for are still to be sent");
        assertThat(office.rows("select distinct state from document_request")).containsExactly("requested");
    }

    @Test
    void documentsAreQueuedToBeMailedOrRefusedWithTheReason() {
        askForDocuments();
        assertThat(process(NOVEMBER_16).outLines().stream().skip(1))
                .containsExactly(
                        "2016-11-10T10:00;;;;;invoice;unknown;;" + F2 + ";family F0002 has no invoice",
                        "2016-11-10T10:00;E0002;;;2016-11-01;tax-certificate;unknown;;" + F2
                                + ";\"2016 is not over; ask again from 1 January of the next year\"",
                        "2016-11-10T10:00;E0001;;;;registration-certificate;other-family;;" + F2 + ";the login " + F2
                                + " is not that of a family of child E0001",
                        "2016-11-10T10:00;E0002;CANTINE;;;registration-certificate;mailed;;" + F2 + ";");
        assertThat(office.rows("select state from document_request order by id"))
                .containsExactly("refused", "refused", "refused", "granted", "requested");
        assertThat(process(NOVEMBER_16).outLines()).hasSize(1);
        office.done("mail", "send", "--outbox", "out");
        assertThat(office.files()).contains("out/000001-registration-certificate.eml");
        assertThat(office.text("out/000001-registration-certificate.eml"))
                .contains("filename=attestation-inscription-2016-2017.pdf", "To: " + F2);
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        assertThat(process("2016-12-02T08:00").outLines().get(1)).contains(";invoice;mailed;");
        assertThat(office.rows("select kind from mail")).containsExactly("registration-certificate", "invoice");
    }

    @Test
    void aDocumentThatIsAskedForTwiceIsMailedOnceWhileItWaits() {
        load(
                "2016-11-10T10:00;" + F2 + ";E0002;;;;registration-certificate",
                "2016-11-10T10:05;" + F2 + ";E0002;;;;registration-certificate");
        assertThat(process(NOVEMBER_16).outLines().stream().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains(";mailed;"));
        assertThat(office.rows("select state from mail")).containsExactly("waiting");
        office.done("mail", "send", "--outbox", "out");
        load("2016-11-16T08:00;" + F2 + ";E0002;;;;registration-certificate");
        process(NOVEMBER_16);
        assertThat(office.rows("select state from mail order by id")).containsExactly("sent", "waiting");
    }

    @Test
    void rowsThatDoNotReadAreNamedAndNothingIsFiled() {
        byte[] before = office.database();
        office.write("requests.csv", HEADER + """
                2016-11-10;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-11-21;add
                2016-11-10T10:00;;E0002;CANTINE;REPAS;2016-11-21;add
                2016-11-10T10:00;frederic.vernalet@example.org;E0002;CANTINE;REPAS;;add
                2016-11-10T10:00;frederic.vernalet@example.org;E0002;CANTINE;REPAS;2016-11-21;delete
                """);
        Answer answer = office.run("import", "requests", "requests.csv");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines())
                .anyMatch(line -> line.startsWith("requests.csv:2:1: "))
                .anyMatch(line -> line.startsWith("requests.csv:3:2: "))
                .anyMatch(line -> line.startsWith("requests.csv:4:6: "))
                .anyMatch(line -> line.startsWith("requests.csv:5:7: "));
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void anUndecidedRequestKeepsItsMonthFromBeingInvoiced() {
        load(row("2016-11-10T10:00", F2, "2016-11-24", "add"));
        Answer check = office.run("--now", "2016-12-01T08:00", "invoice", "check", "2016-11");
        assertThat(check.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.out()).contains("E0002");
        process("2016-12-01T08:00");
        office.done("--now", "2016-12-01T08:00", "invoice", "check", "2016-11");
    }

    @Test
    void aRequestForADayBeforeTheRegistrationKeepsItsMonthFromBeingInvoicedToo() {
        load("2016-11-02T10:00;" + F2 + ";E0002;CANTINE;REPAS;2016-11-02;add");
        Answer check = office.run("--now", "2016-12-01T08:00", "invoice", "check", "2016-11");
        assertThat(check.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(check.out()).contains("child E0002: the request for Wed 2016-11-02 is not decided");
        assertThat(process("2016-12-01T08:00").outLines().get(1)).contains("2016-11-02;add;not-registered;");
        office.done("--now", "2016-12-01T08:00", "invoice", "check", "2016-11");
    }

    @Test
    void theCalendarShowsWhatIsAskedFor() {
        load(row("2016-11-10T10:00", F2, "2016-11-21", "cancel"), row("2016-11-10T10:00", F2, "2016-11-24", "add"));
        Answer grid = office.done("calendar", "show", "E0002", "--month", "2016-11");
        assertThat(grid.outLines()).anyMatch(line -> line.startsWith("  Repas") && line.contains("X B - ?"));
    }

    @Test
    void aWeekThatAFamilyAsksForIsJudgedLikeADay() {
        office.write("weeks.csv", """
                enfant;activité;unité;jours;du;au;semaines;déposé le;identifiant
                E0002;CANTINE;REPAS;jeu;17/11/2016;30/11/2016;toutes;14/11/2016 09:00;Frederic.Vernalet@example.org
                E0002;CANTINE;REPAS;ven;17/11/2016;30/11/2016;toutes;14/11/2016 09:00;sandra.dupont@example.org
                """);
        Answer loaded = office.done("import", "weeks", "weeks.csv");
        assertThat(loaded.outLines()).anyMatch(line -> line.startsWith(" week requests    2"));
        assertThat(states("--state=requested")).containsExactly("2016-11-17 requested", "2016-11-24 requested");
        byte[] filed = office.database();
        assertThat(office.done("import", "weeks", "weeks.csv").out()).contains("nothing changed");
        assertThat(office.database()).isEqualTo(filed);

        Answer judged = process(NOVEMBER_16);
        assertThat(judged.outLines())
                .anyMatch(line ->
                        line.contains("week;kept;") && line.contains("1 days booked") && line.contains("1 too late"))
                .anyMatch(line -> line.contains("week;other-family;"));
        assertThat(states("--from=2016-11-17", "--to=2016-11-25"))
                .containsExactly("2016-11-21 booked", "2016-11-22 booked", "2016-11-24 booked");
        assertThat(office.rows("select count(*) from typical_week")).containsExactly("2");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }
}
