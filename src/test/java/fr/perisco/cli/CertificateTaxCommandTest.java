package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tax certificates of a town that was invoiced for November 2016 and paid in part. */
class CertificateTaxCommandTest {
    private static final String CHILDCARE_OF_INVOICE =
            "SELECT i.number, min(f.code), min(c.code), i.amount_cents, sum(l.amount_cents) FROM invoice i"
                    + " JOIN family f ON f.id = i.family_id JOIN invoice_line l ON l.invoice_id = i.id"
                    + " JOIN unit u ON u.id = l.unit_id JOIN registration r ON r.id = l.registration_id"
                    + " JOIN child c ON c.id = r.child_id"
                    + " WHERE u.is_tax_eligible AND l.kind <> 'surcharge' AND c.birth_on >= '2010-01-01'";

    @TempDir
    Path folder;

    private TestOffice office;
    private String number;
    private String family;
    private String child;
    private long amount;
    private long care;

    @BeforeEach
    void invoiceNovember() {
        office = TestOffice.booked(folder);
        at("2016-12-01T08:00", "invoice", "run", "2016-11");
        choose(" GROUP BY i.id HAVING count(DISTINCT c.id) = 1 AND sum(l.amount_cents) < i.amount_cents LIMIT 1");
    }

    private void choose(String rest) {
        String[] row = office.rows(CHILDCARE_OF_INVOICE + rest).get(0).split("\\|");
        number = row[0];
        family = row[1];
        child = row[2];
        amount = Long.parseLong(row[3]);
        care = Long.parseLong(row[4]);
    }

    private TestOffice.Answer at(String moment, String... args) {
        return office.done(with(moment, args));
    }

    private static String[] with(String moment, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--now";
        all[1] = moment;
        System.arraycopy(args, 0, all, 2, args.length);
        return all;
    }

    private void pay(String receivedOn, String enteredAt, long cents) {
        String euros = cents / 100 + "." + String.format("%02d", cents % 100);
        at(enteredAt, "payment", "add", family, euros, "--method", "cheque", "--on", receivedOn);
    }

    private static String euros(long cents) {
        return cents / 100 + "." + String.format("%02d", cents % 100);
    }

    private List<String> listed(String year) {
        return at("2017-03-01T09:00", "certificate", "tax", year, "--family", family, "--format", "csv")
                .outLines();
    }

    private String page(String file) throws IOException {
        return String.join(" ", PrintedText.pages(office.content(file)));
    }

    @Test
    void itNamesPayerChildBirthDateYearAmountAndProvider() throws IOException {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        at("2017-03-01T09:00", "certificate", "tax", "2016", "--family", family, "-o", "one.pdf");
        String birth = LocalDate.parse(office.rows("SELECT birth_on FROM child WHERE code = '" + child + "'")
                        .get(0))
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        String payer = office.rows("SELECT g.civility || ' ' || g.last_name || ' ' || g.first_name FROM guardian g"
                        + " JOIN family f ON f.id = g.family_id WHERE g.rank = 1 AND f.code = '" + family + "'")
                .get(0);
        assertThat(page("one.pdf"))
                .contains(
                        "Attestation fiscale n° AF052017000001",
                        payer,
                        birth,
                        "année civile 2016",
                        euros(care).replace('.', ',') + " €",
                        "Valmourin")
                .doesNotContain("annule et remplace");
    }

    @Test
    void aPaymentCountsInTheYearInWhichItWasReceived() {
        pay("2016-12-31", "2017-01-05T09:00", amount / 2);
        pay("2017-01-01", "2017-01-05T09:00", amount - amount / 2);
        List<String> first = listed("2016");
        List<String> second = listed("2017");
        long sum = cents(first) + cents(second);
        assertThat(sum).isEqualTo(care);
        assertThat(cents(first)).isBetween(care * (amount / 2) / amount - 1, care * (amount / 2) / amount + 1);
    }

    private static long cents(List<String> lines) {
        return lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(";")[7].replace(".", "")))
                .sum();
    }

    @Test
    void creditFromAPaymentOfTheYearBeforeCountsInTheYearBefore() {
        pay("2016-12-10", "2016-12-10T09:00", amount + 50_000);
        long before = cents(listed("2016"));
        at("2017-01-02T08:00", "invoice", "run", "2016-12");
        assertThat(cents(listed("2016"))).isGreaterThan(before);
        assertThat(listed("2017")).hasSize(1);
    }

    @Test
    void theSameYearAgainGivesTheSameBytesAndChangesNothing() {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        at("2017-03-01T09:00", "certificate", "tax", "2016", "--family", family, "-o", "one.pdf");
        byte[] database = office.database();
        TestOffice.Answer again =
                at("2017-05-01T09:00", "certificate", "tax", "2016", "--family", family, "-o", "two.pdf");
        assertThat(office.content("two.pdf")).isEqualTo(office.content("one.pdf"));
        assertThat(again.out()).contains("no new certificate");
        assertThat(office.database()).isEqualTo(database);
    }

    @Test
    void aPaymentEnteredLateMakesACertificateThatReplacesTheFormer() throws IOException {
        pay("2016-12-10", "2016-12-10T09:00", amount / 2);
        at("2017-03-01T09:00", "certificate", "tax", "2016", "--family", family, "-o", "one.pdf");
        pay("2016-12-30", "2017-03-05T09:00", amount - amount / 2);
        TestOffice.Answer answer =
                at("2017-03-06T09:00", "certificate", "tax", "2016", "--family", family, "-o", "two.pdf");
        assertThat(answer.out()).contains("1 of which replaces another");
        assertThat(page("two.pdf"))
                .contains(
                        "n° AF052017000002",
                        "annule et remplace l’attestation n° AF052017000001",
                        euros(care).replace('.', ',') + " €");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void whenNothingHoldsAnyMoreACertificateOfNothingReplacesTheFormer() throws IOException {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        at("2017-03-01T09:00", "certificate", "tax", "2016", "-o", "all");
        office.write(
                "setup/units.csv",
                Files.readString(Path.of(TestOffice.sample("setup/units.csv"))).replace(";yes;", ";no;"));
        at("2017-03-02T09:00", "setup", "load", "setup");
        at("2017-03-06T09:00", "certificate", "tax", "2016", "-o", "all");
        assertThat(page("all/AF052017000002.pdf")).contains("remplace l’attestation n° AF052017000001", "0,00 €");
    }

    @Test
    void aBatchWritesAFileEachOrAllInOneAndCountsThoseWithNothing() throws IOException {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        String first = family;
        choose(" AND f.code > '" + family + "' GROUP BY i.id HAVING count(DISTINCT c.id) = 2 LIMIT 1");
        pay("2016-12-11", "2016-12-11T09:00", amount);
        family = office.rows("SELECT f.code FROM family f WHERE f.code NOT IN"
                        + " (SELECT f2.code FROM family f2 JOIN invoice i ON i.family_id = f2.id"
                        + "  JOIN invoice_line l ON l.invoice_id = i.id JOIN unit u ON u.id = l.unit_id"
                        + "  WHERE u.is_tax_eligible)"
                        + " AND f.id IN (SELECT family_id FROM invoice) LIMIT 1")
                .get(0);
        pay("2016-12-12", "2016-12-12T09:00", 100);

        TestOffice.Answer batch = at("2017-03-01T09:00", "certificate", "tax", "2016", "-o", "all");
        assertThat(batch.out())
                .contains("2 new certificates", "2 files written")
                .doesNotContain(family);
        assertThat(batch.err()).contains("1 family paid something");
        at("2017-03-01T09:00", "certificate", "tax", "2016", "-o", "all.pdf");
        assertThat(page("all.pdf")).contains("AF052017000001", "AF052017000002");
        assertThat(office.file("all/AF052017000001.pdf")).exists();
        assertThat(first).isNotEqualTo(family);
    }

    @Test
    void anAgeThatIsNotKnownIsNamed() throws SQLException {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        try (var connection = office.connect();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE child SET birth_on = NULL WHERE code = '" + child + "'");
        }
        TestOffice.Answer answer = at("2017-03-01T09:00", "certificate", "tax", "2016");
        assertThat(answer.err()).contains(child, "the birth date is not known");
    }

    @Test
    void aYearThatIsNotOverIsListedAndNotCertified() {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        TestOffice.Answer early =
                office.run(with("2016-12-31T23:59", "certificate", "tax", "2016", "--family", family, "-o", "x.pdf"));
        assertThat(early.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.file("x.pdf")).doesNotExist();
        assertThat(at("2016-12-31T23:59", "certificate", "tax", "2016").out()).contains(child);
    }

    @Test
    void aRehearsalTakesNoNumberAndWritesNoFile() {
        pay("2016-12-10", "2016-12-10T09:00", amount);
        byte[] database = office.database();
        TestOffice.Answer answer = at("2017-03-01T09:00", "certificate", "tax", "2016", "-o", "all", "--dry-run");
        assertThat(answer.out()).contains("1 new certificate", "would be written");
        assertThat(office.database()).isEqualTo(database);
        assertThat(office.file("all")).doesNotExist();
    }

    @Test
    void wrongCommandLinesAndFamiliesAreNamed() {
        assertThat(office.run("certificate", "tax", "16").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.run("certificate", "tax", "2016", "-o", "-").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.run("certificate", "tax", "2016", "--family", "F9999").exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(office.run(with("2017-03-01T09:00", "certificate", "tax", "2016", "--family", family, "-o", "x.pdf"))
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
    }
}
