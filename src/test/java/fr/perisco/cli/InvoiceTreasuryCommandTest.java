package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a town hands over to the treasury: its invoices of November 2016, due on 31 December, go after 90 days. */
class InvoiceTreasuryCommandTest {
    private static final String APRIL = "2017-04-01T09:00";

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

    private static String[] with(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    private List<String> going(String moment) {
        return done(moment, "invoice", "treasury", "--format", "csv").outLines().stream()
                .skip(1)
                .map(line -> line.split(";")[0])
                .toList();
    }

    @Test
    void invoicesGoTheDayAfterTheirDelayAndNotBefore() {
        byte[] before = office.database();
        assertThat(going("2017-03-31T09:00")).isEmpty();
        assertThat(going(APRIL)).contains("F0002", "F0003").doesNotContain("F0001");
        done(APRIL, "invoice", "treasury", "-o", "list.pdf", "--dry-run");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).isEmpty();
    }

    @Test
    void theListIsKeptOnceAndWrittenAgainAsItWas() throws IOException {
        done("2017-01-15T09:00", "invoice", "remind", "--family", "F0003", "-o", "one.pdf");
        done(APRIL, "invoice", "treasury", "-o", "list.pdf");
        byte[] database = office.database();
        assertThat(done(APRIL, "invoice", "treasury", "-o", "list.csv").err()).contains("nothing new");
        assertThat(office.text("list.csv").lines())
                .contains("1;2017-04-01;F0003;Lavernier;Mme Lavernier Monique;86 route de Castelmorel;24696;Valmourin;"
                        + "F0516120003;2016-11;2016-12-01;2016-12-31;15.00;15.00;1;2017-01-15");
        done("2017-04-02T09:00", "invoice", "treasury", "-o", "none.csv");
        assertThat(office.files()).doesNotContain("none.csv");
        done("2017-05-02T09:00", "invoice", "treasury", "--list", "1", "-o", "again.pdf");
        assertThat(office.content("again.pdf")).isEqualTo(office.content("list.pdf"));
        assertThat(office.database()).isEqualTo(database);
        assertThat(PrintedText.pages(office.content("list.pdf")).get(0))
                .contains("Liste n° 1", "Mme Lavernier Monique", "niv. 1, 15/01/2017");
        assertThat(done(APRIL, "invoice", "treasury", "--lists", "--format", "csv")
                        .outLines())
                .hasSize(2);
    }

    @Test
    void whatWasHandedOverIsNeitherRemindedNorOfferedNorPaidByDefault() {
        done(APRIL, "invoice", "treasury", "-o", "list.pdf");
        assertThat(done(APRIL, "invoice", "list", "--family", "F0003", "--format", "csv")
                        .outLines())
                .contains(
                        "F0516120003;F0003;2016-11;2016-12-01;2016-12-31;15.00;15.00;Lavernier;invoice;1",
                        "F0517010002;F0003;2016-12;2017-01-02;2017-02-01;10.00;10.00;Lavernier;invoice;");
        TestOffice.Answer references = done(APRIL, "payment", "export", "--family", "F0002");
        assertThat(references.err()).contains("F0516120002 was handed over to the treasury");
        assertThat(references.out()).doesNotContain("F0516120002").contains("F05170100");
        assertThat(done(APRIL, "invoice", "remind", "--family", "F0003", "--format", "csv")
                        .outLines())
                .last()
                .asString()
                .startsWith("F0003;1;10.00;1;due;");
        assertThat(done(APRIL, "payment", "add", "F0003", "12", "--method", "card", "--format", "csv")
                        .outLines())
                .last()
                .isEqualTo("1;F0517010002;10.00;0.00");
        assertThat(done(
                                APRIL,
                                "payment",
                                "add",
                                "F0003",
                                "15",
                                "--method",
                                "transfer",
                                "--invoice",
                                "F0516120003",
                                "--format",
                                "csv")
                        .outLines())
                .last()
                .isEqualTo("2;F0516120003;15.00;0.00");
        assertThat(office.run("db", "verify").out()).isEmpty();
        assertThat(done(APRIL, "audit", "list", "--family", "F0003").out()).contains("handed-over");
    }

    @Test
    void anInvoiceTellsWhatIsOwedToTheOfficeAndNotWhatTheTreasuryCollects() {
        done(APRIL, "invoice", "treasury", "-o", "list.pdf");
        done(APRIL, "-q", "invoice", "run", "2017-01");
        String owing = "SELECT max(amount_cents) FROM invoice JOIN family ON family.id = family_id"
                + " WHERE code = 'F0003' AND month = 201612";
        assertThat(office.rows("SELECT carried_cents FROM invoice JOIN family ON family.id = family_id"
                        + " WHERE code = 'F0003' AND month = 201701"))
                .isEqualTo(office.rows(owing));
    }

    @Test
    void holdsAndKeptPlansStayAndMissedPlansGo() {
        done(APRIL, "family", "hold", "F0002", "--until", "2017-04-01", "--reason", "social worker");
        done("2017-03-01T09:00", "plan", "add", "F0028", "--from", "2017-04-01", "--months", "2");
        assertThat(going(APRIL)).doesNotContain("F0002", "F0028");
        assertThat(done(APRIL, "invoice", "treasury").err()).contains("social worker", "payment plan 1: kept");
        assertThat(going("2017-04-02T09:00")).contains("F0002", "F0028");
    }

    @Test
    void anOfficeThatSaysNothingNeverHandsOver() {
        office.write("setup/office.properties", "reminder.treasury-days=\n");
        done(APRIL, "setup", "load", "setup");
        TestOffice.Answer refused = office.run(with(APRIL, "invoice", "treasury"));
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("reminder.treasury-days");
        assertThat(office.run(with(APRIL, "invoice", "treasury", "-o", "list.txt"))
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
