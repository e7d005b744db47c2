package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reminders of a town whose November and December 2016 were invoiced: due on 31 December and on 1 February. */
class InvoiceRemindCommandTest {
    private static final String JANUARY = "2017-01-15T09:00";
    private static final String FEBRUARY = "2017-02-10T09:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void invoiceTwoMonths() {
        office = TestOffice.booked(folder);
        done("2016-12-01T08:00", "invoice", "run", "2016-11");
        done("2017-01-02T08:00", "invoice", "run", "2016-12");
    }

    private TestOffice.Answer done(String moment, String... args) {
        return office.done(with(moment, args));
    }

    private TestOffice.Answer run(String moment, String... args) {
        return office.run(with(moment, args));
    }

    private static String[] with(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    private String reminded(String moment, String family) {
        return done(moment, "invoice", "remind", "--family", family, "--format", "csv").outLines().stream()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    private List<String> sent(String family) {
        return office.rows("SELECT r.level, r.sent_on, i.number, ri.level FROM reminder r"
                + " JOIN reminder_invoice ri ON ri.reminder_id = r.id JOIN invoice i ON i.id = ri.invoice_id"
                + " JOIN family f ON f.id = r.family_id WHERE f.code = '" + family + "' ORDER BY r.id, i.id");
    }

    @Test
    void nothingIsSentBeforeTheFirstLevelAndWithoutAnOutput() {
        byte[] before = office.database();
        assertThat(reminded("2017-01-07T09:00", "F0003")).isEmpty();
        assertThat(reminded("2017-01-08T09:00", "F0003")).startsWith("F0003;1;15.00;1;due;");
        assertThat(done(JANUARY, "invoice", "remind").err()).contains("nothing was sent");
        done(JANUARY, "invoice", "remind", "-o", "letters", "--dry-run");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).isEmpty();
    }

    @Test
    void aSecondRunOnTheDaySendsNothingAndWritesTheLettersThatAreMissing() throws IOException {
        assertThat(done(JANUARY, "invoice", "remind", "-o", "letters").out()).contains("391 reminders sent");
        assertThat(office.files()).hasSize(391);
        byte[] database = office.database();
        String letter = "letters/relance-00003-F0003.pdf";
        byte[] pdf = office.content(letter);
        Files.delete(office.file(letter));
        assertThat(done("2017-01-15T17:00", "invoice", "remind", "-o", "letters")
                        .out())
                .contains("no new reminder", "1 file written");
        assertThat(office.content(letter)).isEqualTo(pdf);
        assertThat(office.database()).isEqualTo(database);
        assertThat(PrintedText.pages(pdf).get(0))
                .contains("Rappel de paiement", "F0516120003", "15,00 €", "Mme Lavernier Monique", "31/12/2016");
    }

    @Test
    void aReprintIsTheSameWhateverChangesSince() {
        done(JANUARY, "invoice", "remind", "--family", "F0003", "-o", "one.pdf");
        office.write("setup/office.properties", "office.name=Autre service\n");
        office.write("setup/reminders.csv", "level;days;minimum;title;text\n1;5;0;Autre;Texte\n");
        done(FEBRUARY, "setup", "load", "setup");
        done(FEBRUARY, "payment", "add", "F0003", "15", "--method", "cash");
        assertThat(done(FEBRUARY, "invoice", "reminders", "--family", "F0003", "--format", "csv")
                        .outLines())
                .last()
                .isEqualTo("1;F0003;1;2017-01-15;15.00;0.00;paid;F0516120003;Lavernier");
        done(FEBRUARY, "invoice", "reminders", "1", "-o", "again.pdf");
        assertThat(office.content("again.pdf")).isEqualTo(office.content("one.pdf"));
    }

    @Test
    void theNextLetterListsAllAndRaisesEachInvoiceByItsOwnDelay() {
        done(JANUARY, "invoice", "remind", "--family", "F0024", "-o", "one.pdf");
        assertThat(reminded(JANUARY, "F0024")).isEmpty();
        done(FEBRUARY, "invoice", "remind", "--family", "F0024", "-o", "two.pdf");
        assertThat(sent("F0024"))
                .containsExactly(
                        "1|2017-01-15|F0516120024|1", "2|2017-02-10|F0516120024|2", "2|2017-02-10|F0517010023|1");
        assertThat(reminded("2017-03-01T09:00", "F0024")).startsWith("F0024;3;");
        assertThat(done(FEBRUARY, "invoice", "reminders", "--level", "2", "--format", "csv")
                        .outLines())
                .hasSize(2);
        assertThat(done(FEBRUARY, "invoice", "reminders", "--month", "2016-12", "--format", "csv")
                        .outLines())
                .hasSize(2);
        assertThat(done(FEBRUARY, "invoice", "reminders", "--to", "2017-01-31", "--format", "csv")
                        .outLines())
                .hasSize(2);
    }

    @Test
    void whatIsPaidIsNotRemindedAndSmallSumsSayWhy() {
        done(JANUARY, "payment", "add", "F0003", "15", "--method", "cash");
        assertThat(reminded(JANUARY, "F0003")).isEmpty();
        done(JANUARY, "payment", "add", "F0001", "10", "--method", "cash");
        assertThat(reminded(JANUARY, "F0001"))
                .startsWith("F0001;;3.50;1;left;;Dupont;")
                .contains("below");
    }

    @Test
    void aBouncedPaymentIsRemindedAgain() {
        done("2017-01-05T09:00", "payment", "add", "F0003", "15", "--method", "cheque", "--reference", "77");
        assertThat(reminded(JANUARY, "F0003")).isEmpty();
        done("2017-01-15T10:00", "payment", "bounce", "1", "--reason", "no cover");
        assertThat(reminded("2017-01-15T11:00", "F0003")).startsWith("F0003;1;15.00;");
    }

    @Test
    void aFamilyOnHoldIsLeftAloneUntilItsDayIsOverOrItIsReleased() {
        assertThat(done(JANUARY, "family", "hold", "F0003", "--until", "2017-02-10", "--reason", "social worker")
                        .out())
                .contains("F0003");
        byte[] held = office.database();
        assertThat(done(JANUARY, "family", "hold", "F0003", "--until", "2017-02-10", "--reason", "social worker")
                        .out())
                .contains("nothing to do");
        assertThat(office.database()).isEqualTo(held);
        assertThat(reminded(FEBRUARY, "F0003")).contains(";left;", "social worker");
        assertThat(done(FEBRUARY, "family", "show", "F0003").out()).contains("social worker");
        assertThat(reminded("2017-02-11T09:00", "F0003")).contains(";due;");
        done(FEBRUARY, "family", "release", "F0003");
        assertThat(reminded(FEBRUARY, "F0003")).contains(";due;");
        assertThat(done(FEBRUARY, "family", "release", "F0003").out()).contains("nothing to do");
        assertThat(done(FEBRUARY, "audit", "list", "--family", "F0003").out()).contains("family hold", "reminder-hold");
        assertThat(run(JANUARY, "family", "hold", "F0003", "--until", "2017-01-14", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run(JANUARY, "family", "hold", "F9999", "--until", "2017-02-14", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aPlanIsKeptWhileItsInstalmentsArePaidAndSaysSoWhenNot() {
        assertThat(done(JANUARY, "plan", "add", "F0028", "--from", "2017-02-05", "--months", "4", "--format", "csv")
                        .outLines())
                .containsExactly(
                        "plan;family;rank;due_on;amount;paid;state",
                        "1;F0028;1;2017-02-05;18.75;0.00;to-come",
                        "1;F0028;2;2017-03-05;18.75;0.00;to-come",
                        "1;F0028;3;2017-04-05;18.75;0.00;to-come",
                        "1;F0028;4;2017-05-05;18.75;0.00;to-come");
        byte[] agreed = office.database();
        done(JANUARY, "plan", "add", "F0028", "--from", "2017-02-05", "--months", "4");
        assertThat(office.database()).isEqualTo(agreed);
        assertThat(run(JANUARY, "plan", "add", "F0028", "--from", "2017-02-05", "--amount", "20")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(reminded("2017-02-05T09:00", "F0028")).startsWith("F0028;;125.00;2;left;");
        assertThat(reminded("2017-02-06T09:00", "F0028")).contains(";due;");
        done("2017-02-06T09:00", "payment", "add", "F0028", "18.75", "--method", "card", "--on", "2017-02-05");
        assertThat(reminded("2017-02-06T10:00", "F0028")).contains(";left;").contains("kept");
        assertThat(done("2017-03-06T09:00", "plan", "list", "--state", "missed", "--format", "csv")
                        .outLines())
                .last()
                .isEqualTo("1;F0028;2017-01-15;4;75.00;18.75;56.25;missed;18.75;2017-03-05;18.75;;Malvois;");
        done("2017-03-06T09:00", "plan", "end", "1", "--reason", "missed");
        assertThat(done("2017-03-06T09:00", "plan", "end", "1", "--reason", "missed")
                        .out())
                .contains("nothing to do");
        assertThat(done("2017-03-06T09:00", "plan", "add", "F0028", "--from", "2017-03-10", "--amount", "100")
                        .out())
                .contains("100.00", "6.25");
    }

    @Test
    void aPlanNamesWhatIsWrong() {
        assertThat(run(JANUARY, "plan", "add", "F0028", "--from", "2017-02-05").exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run(JANUARY, "plan", "add", "F0028", "--from", "2017-01-14", "--months", "2")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run(JANUARY, "plan", "add", "F0028", "--from", "2017-02-05", "--months", "121")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run(JANUARY, "plan", "add", "F0028", "--from", "2017-02-05", "--amount", "0")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run("2016-12-15T09:00", "plan", "add", "F0028", "--from", "2017-02-05", "--months", "2")
                        .err())
                .contains("--invoice");
        done(
                "2016-12-15T09:00",
                "plan",
                "add",
                "F0028",
                "--from",
                "2017-02-05",
                "--months",
                "2",
                "--invoice",
                "F0516120028",
                "--dry-run");
        assertThat(run(JANUARY, "plan", "show", "1").exit()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void withoutLevelsThereIsNothingToSendAndItSaysWhatToWrite() {
        office.write("setup/reminders.csv", "level;days;minimum;title;text\n");
        done(JANUARY, "setup", "load", "setup");
        TestOffice.Answer refused = run(JANUARY, "invoice", "remind");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("reminders.csv (level;days;minimum;title;text)");
        done(JANUARY, "setup", "load", TestOffice.sample("setup"));
        assertThat(run(JANUARY, "invoice", "remind", "--level", "4").exit()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void faultsOfTheLevelsAreAllNamedByTheirPlace() {
        office.write(
                "setup/reminders.csv",
                "niveau;jours;minimum;titre;texte\n1;8;5;T;\"Une\nligne {amount}\"\n3;20;5;T;{montant}\n3;0;x;;U\n");
        TestOffice.Answer answer = run(JANUARY, "setup", "load", "setup");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err())
                .contains(
                        "reminders.csv:4:5: texte: nobody fills in {montant}",
                        "reminders.csv:4:1: niveau: level 3 comes where level 2 is missing",
                        "reminders.csv:5:1:",
                        "reminders.csv:5:2: jours",
                        "reminders.csv:5:3: minimum",
                        "reminders.csv:5:4: titre");
    }

    @Test
    void linesInQuotesAndWrittenLineBreaksAreTheSame() {
        office.write("setup/reminders.csv", "level;days;minimum;title;text\n1;8;5;T;\"Une \n\nautre\"\n");
        done(JANUARY, "setup", "load", "setup");
        office.write("setup/reminders.csv", "level;days;minimum;title;text\n1;8;5.00;T;Une\\n\\nautre\n");
        assertThat(done(JANUARY, "setup", "load", "setup", "--format", "csv").outLines())
                .contains("reminders.csv;0;0;1;0");
        done(JANUARY, "setup", "export", "exported");
        assertThat(office.text("exported/reminders.csv")).contains("1;8;5.00;T;Une\\n\\nautre");
    }

    @Test
    void invoicesAreListedByDueDateChildSchoolAndIssue() {
        assertThat(list("--overdue")).hasSize(391);
        assertThat(list("--overdue", "--family", "F0003")).hasSize(1);
        assertThat(list("--from", "2017-01-02", "--to", "2017-01-02")).hasSize(390);
        assertThat(list("--child", "E0001")).containsExactly("F0516120001");
        int all = office.rows("SELECT code FROM school").stream()
                .mapToInt(
                        school -> list("--school", school, "--month", "2016-11").size())
                .sum();
        assertThat(all).isGreaterThanOrEqualTo(391);
        assertThat(list("--school", office.rows("SELECT code FROM school").get(0), "--month", "2016-11"))
                .hasSizeBetween(1, 390);
        assertThat(run(JANUARY, "invoice", "list", "--child", "E9999").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run(JANUARY, "invoice", "list", "--school", "NONE").exit()).isEqualTo(ExitCode.REFUSED);
    }

    private List<String> list(String... options) {
        List<String> args = new ArrayList<>(List.of("invoice", "list", "--format", "csv"));
        args.addAll(List.of(options));
        return done(JANUARY, args.toArray(String[]::new)).outLines().stream()
                .skip(1)
                .map(line -> line.split(";")[0])
                .toList();
    }
}
