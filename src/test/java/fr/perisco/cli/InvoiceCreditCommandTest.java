package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices cancelled by credit notes, and their months invoiced again. */
class InvoiceCreditCommandTest {
    private static final String DECEMBER_2 = "2016-12-02T08:00";
    private static final String DECEMBER_5 = "2016-12-05T10:00";
    private static final String JANUARY_2 = "2017-01-02T08:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void invoiceNovember() {
        office = TestOffice.booked(folder);
        office.done("--now", DECEMBER_2, "invoice", "run", "2016-11");
    }

    private TestOffice.Answer at(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment, "--format", "csv"));
        all.addAll(List.of(args));
        return office.run(all.toArray(String[]::new));
    }

    private String numberOf(String family, String month) {
        return office.rows("SELECT i.number FROM invoice i JOIN family f ON f.id = i.family_id WHERE f.code = '"
                        + family + "' AND i.month = " + month + " AND i.kind = 'invoice' ORDER BY i.id DESC LIMIT 1")
                .get(0);
    }

    private long cents(String query) {
        return Long.parseLong(office.rows(query).get(0));
    }

    private String amountOf(String number) {
        return office.rows("SELECT amount_cents FROM invoice WHERE number = '" + number + "'")
                .get(0);
    }

    private void requireSound() {
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void theCreditNoteTakesEachLineBackAndSettlesTheInvoice() {
        String number = numberOf("F0002", "201611");
        byte[] letter = letter(number);

        TestOffice.Answer answer = at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong family");

        assertThat(answer.exit()).isZero();
        String[] row = answer.outLines().get(1).split(";");
        assertThat(row[0]).isEqualTo("A0516120001");
        assertThat(row[1]).isEqualTo(number);
        assertThat(row[3]).isEqualTo("-" + row[4]);
        assertThat(row[5]).isEqualTo("0.00");
        assertThat(office.rows("SELECT sum(l.amount_cents) FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id"
                        + " JOIN family f ON f.id = i.family_id WHERE f.code = 'F0002'"))
                .containsExactly("0");
        assertThat(at(DECEMBER_5, "invoice", "list", "--family", "F0002").outLines().stream()
                        .skip(1)
                        .map(line -> line.split(";")[6]))
                .containsExactly("0.00", "0.00");
        assertThat(office.rows("SELECT reason FROM act WHERE kind = 'invoice credit'"))
                .containsExactly("wrong family");
        assertThat(letter(number)).isEqualTo(letter);
        requireSound();
    }

    private byte[] letter(String number) {
        office.file("letter.pdf").toFile().delete();
        office.done("invoice", "pdf", number, "-o", "letter.pdf");
        return office.content("letter.pdf");
    }

    @Test
    void itsDaysAreInvoicedAgainAndOnlyTheirs() {
        String number = numberOf("F0002", "201611");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong quotient");

        assertThat(at(DECEMBER_5, "invoice", "preview", "2016-11").outLines()).hasSize(2);
        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");
        String again = numberOf("F0002", "201611");

        assertThat(again).isNotEqualTo(number);
        assertThat(amountOf(again)).isEqualTo(amountOf(number));
        assertThat(office.rows("SELECT l.days, l.quantity, l.unit_price_cents FROM invoice_line l JOIN invoice i"
                        + " ON i.id = l.invoice_id WHERE i.number = '" + again + "'"))
                .isEqualTo(
                        office.rows("SELECT l.days, l.quantity, l.unit_price_cents FROM invoice_line l JOIN invoice i"
                                + " ON i.id = l.invoice_id WHERE i.number = '" + number + "'"));
        byte[] before = office.database();
        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");
        assertThat(office.database()).isEqualTo(before);
        requireSound();
    }

    @Test
    void whatWasPaidIsCreditForTheNextInvoice() {
        String number = numberOf("F0002", "201611");
        long amount = Long.parseLong(amountOf(number));
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "10.00", "--method", "cheque", "--reference", "1");

        String[] row = at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong")
                .outLines()
                .get(1)
                .split(";");
        assertThat(row[5]).isEqualTo("10.00");
        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");

        assertThat(at(DECEMBER_5, "invoice", "list", "--family", "F0002", "--state", "open").outLines().stream()
                        .skip(1)
                        .map(line -> line.split(";")[6].replace(".", "")))
                .containsExactly(String.valueOf(amount - 1000));
        requireSound();
    }

    @Test
    void aChequeThatBouncesNeverOpensAnInvoiceThatWasCancelled() {
        String number = numberOf("F0002", "201611");
        String amount = amountOf(number);
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "10.00", "--method", "cheque", "--reference", "1");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong");
        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");

        assertThat(at(DECEMBER_5, "payment", "bounce", "1", "--reason", "no cover")
                        .outLines())
                .hasSize(2)
                .last()
                .asString()
                .doesNotContain(number)
                .contains("10.00");
        assertThat(at(DECEMBER_5, "invoice", "list", "--family", "F0002", "--state", "open").outLines().stream()
                        .skip(1)
                        .map(line -> line.split(";")[6].replace(".", "")))
                .containsExactly(amount);
        assertThat(at(DECEMBER_5, "payment", "export").out()).doesNotContain(number);
        requireSound();
    }

    @Test
    void whatWasRefundedOfACancelledInvoiceIsOwedBackWhenItsChequeBounces() {
        String number = numberOf("F0002", "201611");
        String amount = amountOf(number);
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "10.00", "--method", "cheque", "--reference", "1");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong");
        at(DECEMBER_5, "payment", "refund", "F0002", "10.00", "--method", "transfer", "--reason", "wrong");
        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");

        assertThat(at(DECEMBER_5, "payment", "bounce", "1", "--reason", "no cover")
                        .err())
                .contains("F0002 owes back €10.00");
        assertThat(openOf("F0002")).containsExactly(amount);
        requireSound();
        at(DECEMBER_5, "payment", "add", "F0002", "12.00", "--method", "card");
        assertThat(openOf("F0002")).containsExactly(String.valueOf(Long.parseLong(amount) - 200));
        requireSound();
    }

    @Test
    void whatAVoucherPaidIsNotGivenBackThroughACreditNote() {
        String number = numberOf("F0002", "201611");
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "20.00", "--method", "cheque", "--reference", "1");
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "10.00", "--method", "cesu");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong");
        String[] refund = {
            "--now", DECEMBER_5, "payment", "refund", "F0002", "", "--method", "transfer", "--reason", "x"
        };
        refund[5] = "20.01";
        assertThat(office.run(refund).exit()).isEqualTo(ExitCode.REFUSED);
        refund[5] = "20.00";
        office.done(refund);
        refund[5] = "0.01";
        assertThat(office.run(refund).err()).contains("CESU");
        requireSound();
    }

    @Test
    void theCreditNoteSaysWhatItSettledAndWhatIsLeft() throws IOException {
        String number = numberOf("F0002", "201611");
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "10.00", "--method", "cheque", "--reference", "1");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong");
        office.done("invoice", "pdf", "A0516120001", "-o", "note.pdf");
        byte[] printed = office.content("note.pdf");
        assertThat(String.join(" ", PrintedText.pages(printed)))
                .contains("Imputé sur la facture annulée", "Solde en votre faveur 10,00 €");
        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");
        office.done("invoice", "pdf", "A0516120001", "-o", "again.pdf");
        assertThat(office.content("again.pdf")).isEqualTo(printed);

        at(DECEMBER_5, "invoice", "credit", numberOf("F0003", "201611"), "--reason", "wrong");
        office.done("invoice", "pdf", "A0516120002", "-o", "unpaid.pdf");
        assertThat(String.join(" ", PrintedText.pages(office.content("unpaid.pdf"))))
                .contains("Solde dû 0,00 €", "elle n’est plus à payer")
                .doesNotContain("en votre faveur");
    }

    @Test
    void theTrailOfAnInvoiceTellsItsPaymentsAndItsCancellation() {
        String number = numberOf("F0002", "201611");
        office.done("--now", DECEMBER_5, "payment", "add", "F0002", "10.00", "--method", "cheque", "--reference", "1");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "wrong");
        at(DECEMBER_5, "payment", "bounce", "1", "--reason", "no cover");
        assertThat(office.done("audit", "list", "--invoice", number, "--format", "csv")
                        .out())
                .contains(";payment;1;", "A0516120001", ";bounce;");
        assertThat(office.done("audit", "list", "--invoice", numberOf("F0003", "201611"), "--format", "csv")
                        .out())
                .doesNotContain("A0516120001")
                .doesNotContain(";payment;");
    }

    /** What a family's open invoices still ask for, in cents. */
    private List<String> openOf(String family) {
        return at(DECEMBER_5, "invoice", "list", "--family", family, "--state", "open").outLines().stream()
                .skip(1)
                .map(line -> line.split(";")[6].replace(".", ""))
                .toList();
    }

    @Test
    void twiceIsOnceAndARehearsalKeepsNothing() {
        String number = numberOf("F0002", "201611");
        byte[] issued = office.database();
        assertThat(at(DECEMBER_5, "invoice", "credit", number, "--reason", "x", "--dry-run")
                        .exit())
                .isZero();
        assertThat(office.database()).isEqualTo(issued);

        at(DECEMBER_5, "invoice", "credit", number, "--reason", "x");
        byte[] cancelled = office.database();
        TestOffice.Answer again = at(DECEMBER_5, "invoice", "credit", number, "--reason", "x");
        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("cancelled already by A0516120001");
        assertThat(office.database()).isEqualTo(cancelled);
    }

    @Test
    void anInvoiceThatALaterOneCorrectsIsCancelledAfterThatOne() {
        String november = numberOf("F0002", "201611");
        office.done(
                "--now",
                DECEMBER_5,
                "reservation",
                "cancel",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-17",
                "--waive",
                "ill");
        office.done("--now", JANUARY_2, "invoice", "run", "2016-12");
        String december = numberOf("F0002", "201612");
        assertThat(office.rows(
                        "SELECT l.kind FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id WHERE i.number = '"
                                + december + "'"))
                .contains("adjustment");

        TestOffice.Answer refused = at(JANUARY_2, "invoice", "credit", november, "--reason", "x");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("is corrected by " + december);

        assertThat(at(JANUARY_2, "invoice", "credit", december, "--reason", "x").exit())
                .isZero();
        assertThat(at(JANUARY_2, "invoice", "credit", november, "--reason", "x").exit())
                .isZero();
        office.done("--now", JANUARY_2, "invoice", "run", "2016-11");
        office.done("--now", JANUARY_2, "invoice", "run", "2016-12");

        assertThat(office.rows(
                        "SELECT l.kind FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id WHERE i.number = '"
                                + numberOf("F0002", "201612") + "'"))
                .doesNotContain("adjustment");
        assertThat(cents(billed("201611"))).isEqualTo(Long.parseLong(amountOf(november)) - priceOfADay());
        requireSound();
    }

    @Test
    void aCorrectionThatIsCancelledComesAgainWithTheNextInvoice() {
        office.done(
                "--now",
                DECEMBER_5,
                "reservation",
                "cancel",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-17",
                "--waive",
                "ill");
        office.done("--now", JANUARY_2, "invoice", "run", "2016-12");
        String december = numberOf("F0002", "201612");

        at(JANUARY_2, "invoice", "credit", december, "--reason", "x");
        office.done("--now", JANUARY_2, "invoice", "run", "2016-12");

        assertThat(amountOf(numberOf("F0002", "201612"))).isEqualTo(amountOf(december));
        requireSound();
    }

    @Test
    void aCancelledMonthIsInvoicedAgainByItsOwnRunNotCorrectedByTheNextOne() {
        office.done(
                "--now",
                DECEMBER_5,
                "reservation",
                "cancel",
                "E0002",
                "CANTINE",
                "REPAS",
                "2016-11-17",
                "--waive",
                "ill");
        at(DECEMBER_5, "invoice", "credit", numberOf("F0002", "201611"), "--reason", "x");
        office.done("--now", JANUARY_2, "invoice", "run", "2016-12");

        assertThat(office.rows(
                        "SELECT l.kind FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id WHERE i.number = '"
                                + numberOf("F0002", "201612") + "'"))
                .isNotEmpty()
                .doesNotContain("adjustment");
        requireSound();
    }

    /** All that documents ever billed the family for the days of a month. */
    private static String billed(String month) {
        return "SELECT sum(l.amount_cents) FROM invoice_line l JOIN invoice i ON i.id = l.invoice_id"
                + " JOIN family f ON f.id = i.family_id WHERE f.code = 'F0002' AND l.month = " + month;
    }

    private long priceOfADay() {
        return cents("SELECT l.unit_price_cents FROM invoice_line l JOIN unit u ON u.id = l.unit_id"
                + " JOIN invoice i ON i.id = l.invoice_id JOIN family f ON f.id = i.family_id"
                + " JOIN registration r ON r.id = l.registration_id JOIN child c ON c.id = r.child_id"
                + " WHERE f.code = 'F0002' AND u.code = 'REPAS' AND c.code = 'E0002' LIMIT 1");
    }

    @Test
    void whatCannotBeCancelledIsRefused() {
        String number = numberOf("F0002", "201611");
        at(DECEMBER_5, "invoice", "credit", number, "--reason", "x");
        assertThat(at(DECEMBER_5, "invoice", "credit", "A0516120001", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(at(DECEMBER_5, "invoice", "credit", "F9999999999", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(at(DECEMBER_5, "invoice", "credit", number).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(at(DECEMBER_5, "invoice", "credit", number, "--reason", " ").exit())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aMonthIsTakenBackWhollyAndInvoicedAgain() {
        List<String> billed = office.rows(
                "SELECT f.code, i.amount_cents FROM invoice i JOIN family f ON f.id = i.family_id ORDER BY i.id");

        TestOffice.Answer answer = at(DECEMBER_5, "invoice", "credit", "--month", "2016-11", "--reason", "old tariffs");

        assertThat(answer.exit()).isZero();
        assertThat(answer.outLines()).hasSize(billed.size() + 1);
        assertThat(cents("SELECT sum(amount_cents) FROM invoice")).isZero();
        assertThat(office.rows("SELECT count(*) FROM act WHERE kind = 'invoice credit'"))
                .containsExactly("1");
        requireSound();
        byte[] cancelled = office.database();
        TestOffice.Answer again = at(DECEMBER_5, "invoice", "credit", "--month", "2016-11", "--reason", "x");
        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("no invoice of 2016-11 is left to cancel");
        assertThat(office.database()).isEqualTo(cancelled);

        office.done("--now", DECEMBER_5, "invoice", "run", "2016-11");
        assertThat(office.rows("SELECT f.code, i.amount_cents FROM invoice i JOIN family f ON f.id = i.family_id"
                        + " WHERE i.kind = 'invoice' AND i.round = 2 ORDER BY i.id"))
                .isEqualTo(billed);
        requireSound();
    }

    @Test
    void aMonthThatALaterOneCorrectsStaysAndEachObstacleIsNamed() {
        for (String child : List.of("E0002", "E0001")) {
            office.done(
                    "--now",
                    DECEMBER_5,
                    "reservation",
                    "cancel",
                    child,
                    "CANTINE",
                    "REPAS",
                    "2016-11-17",
                    "--waive",
                    "ill");
        }
        office.done("--now", JANUARY_2, "invoice", "run", "2016-12");
        byte[] invoiced = office.database();

        TestOffice.Answer refused = at(JANUARY_2, "invoice", "credit", "--month", "2016-11", "--reason", "x");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.errLines()).hasSize(2).allMatch(line -> line.contains(" is corrected by "));
        assertThat(office.database()).isEqualTo(invoiced);
    }

    @Test
    void eitherAnInvoiceOrAMonthIsCancelled() {
        assertThat(at(DECEMBER_5, "invoice", "credit", "--reason", "x").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(at(DECEMBER_5, "invoice", "credit", "F0516120001", "--month", "2016-11", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
