package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families pay at the desk for November (F0001: 13.50) and December, are given back what is left over, and cheques bounce. */
class PaymentDeskCommandTest {
    private static final String JANUARY = "2017-01-05T10:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void invoiceNovember() throws IOException {
        clerk = new ClerkAtWork(folder);
        done("2016-12-01T08:00", "invoice", "run", "2016-11");
    }

    private ClerkAtWork.Answer done(String moment, String... args) {
        ClerkAtWork.Answer answer = clerk.at(moment, args);
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer;
    }

    private ClerkAtWork.Answer pays(String amount, String... options) {
        return clerk.at(JANUARY, with(List.of("payment", "add", "F0001", amount), options));
    }

    private static String[] with(List<String> command, String... options) {
        return Stream.concat(command.stream(), Arrays.stream(options)).toArray(String[]::new);
    }

    private List<String> balances() {
        return clerk.at(JANUARY, "invoice", "list", "--family", "F0001", "--format", "csv").lines().stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> cells[0] + " " + cells[cells.length > 6 ? 6 : 5])
                .toList();
    }

    private String familyBalance() {
        return clerk.at(JANUARY, "family", "list", "--format", "csv").lines().stream()
                .filter(line -> line.startsWith("F0001;"))
                .map(line -> line.split(";")[5])
                .findFirst()
                .orElseThrow();
    }

    private void assertVerified() {
        ClerkAtWork.Answer verified = clerk.asks("db", "verify");
        assertThat(verified.out()).isEmpty();
        assertThat(verified.exit()).isZero();
    }

    @Test
    void cashEndsAtThreeHundredEuros() throws IOException {
        assertThat(pays("300", "--method", "cash", "--dry-run").exit()).isZero();
        byte[] before = clerk.stored();
        ClerkAtWork.Answer refused = pays("300.01", "--method", "cash");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("€300.00", "€300.01", "art. 1680");
        assertThat(clerk.stored()).isEqualTo(before);
        assertThat(pays("300.01", "--method", "card", "--dry-run").exit()).isZero();
    }

    @Test
    void aChequeShouldHaveItsNumberAndOnlyAChequeHasItsDrawer() {
        assertThat(pays("1", "--method", "cheque").err()).contains("--reference");
        assertThat(pays("5", "--method", "cash", "--drawer", "X").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(pays("5", "--method", "cheque", "--reference", "12", "--drawer", "X")
                        .exit())
                .isZero();
        assertThat(pays("5", "--method", "cheque", "--reference", " 12 ").exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    /** Number, amount and balance of each invoice of a family whose child eats in November and December. */
    private List<String[]> invoicesOfF0002() {
        return clerk.at(JANUARY, "invoice", "list", "--family", "F0002", "--format", "csv").lines().stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> new String[] {cells[0], cells[5], cells[6]})
                .toList();
    }

    private static String plus(String amount, String more) {
        return new BigDecimal(amount).add(new BigDecimal(more)).toString();
    }

    @Test
    void invoicesAreSettledAsToldElseTheOldestFirst() {
        done("2017-01-02T08:00", "invoice", "run", "2016-12");
        String[] november = invoicesOfF0002().get(0);
        String[] december = invoicesOfF0002().get(1);
        List<String> card = List.of("payment", "add", "F0002");

        assertThat(clerk.at(
                                JANUARY,
                                with(
                                        card,
                                        plus(december[1], "1.00"),
                                        "--method",
                                        "card",
                                        "--invoice",
                                        december[0],
                                        "--invoice",
                                        november[0],
                                        "--dry-run"))
                        .out())
                .containsSubsequence(december[0], december[1], november[0], "1.00");
        assertThat(clerk.at(JANUARY, with(card, plus(november[1], "1.50"), "--method", "card"))
                        .out())
                .containsSubsequence(november[0], november[1], december[0], "1.50");
        assertVerified();
    }

    @Test
    void creditIsRefundedNeverMoreThanThereIs() throws IOException {
        pays("20", "--method", "card");
        assertThat(familyBalance()).isEqualTo("-6.50");
        byte[] before = clerk.stored();
        ClerkAtWork.Answer tooMuch = refund("6.51");
        assertThat(tooMuch.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(tooMuch.err()).contains("credit of €6.50");
        assertThat(refund("6.50", "--dry-run").exit()).isZero();
        assertThat(clerk.stored()).isEqualTo(before);

        assertThat(refund("4.00").out()).contains("2.50");
        assertThat(familyBalance()).isEqualTo("-2.50");
        assertThat(refund("2.51").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refund("2.50").exit()).isZero();
        assertThat(familyBalance()).isEqualTo("0.00");
        assertThat(balances()).containsExactly("F0516120001 0.00");
        assertVerified();
    }

    private ClerkAtWork.Answer refund(String amount, String... options) {
        return clerk.at(
                JANUARY,
                with(
                        List.of("payment", "refund", "F0001", amount, "--method", "transfer", "--reason", "moves"),
                        options));
    }

    @Test
    void aRefundHasAReasonAMethodThatGivesBackAndItsReferenceOnce() {
        pays("30", "--method", "card");
        assertThat(clerk.at(JANUARY, "payment", "refund", "F0001", "1", "--method", "cesu", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.at(JANUARY, "payment", "refund", "F0001", "1", "--method", "cash", "--reason", " ")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(refund("1", "--reference", "V1").exit()).isZero();
        assertThat(refund("1", "--reference", "V1").err()).contains("recorded already, as refund 1");
        assertThat(refund("1", "--on", "2017-01-06").exit()).isEqualTo(ExitCode.REFUSED);
    }

    private ClerkAtWork.Answer bounce(String payment, String... options) {
        return clerk.at(JANUARY, with(List.of("payment", "bounce", payment, "--reason", "no cover"), options));
    }

    @Test
    void aBouncedChequeOpensItsInvoicesAgainAndStaysInTheList() throws IOException {
        pays("10", "--method", "cheque", "--reference", "12");
        byte[] before = clerk.stored();
        assertThat(bounce("1", "--dry-run").exit()).isZero();
        assertThat(clerk.stored()).isEqualTo(before);
        assertThat(bounce("1").out()).contains("F0516120001", "10.00", "13.50", "1 invoice is open again");
        assertThat(balances()).containsExactly("F0516120001 13.50");
        assertThat(familyBalance()).isEqualTo("13.50");
        assertThat(clerk.asks("payment", "list", "--format", "csv").lines())
                .last()
                .isEqualTo("1;F0001;2017-01-05;cheque;10.00;12;0.00;;2017-01-05");
        assertVerified();

        byte[] bounced = clerk.stored();
        ClerkAtWork.Answer again = bounce("1");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("bounced on Thu 2017-01-05 already; nothing changed");
        assertThat(clerk.stored()).isEqualTo(bounced);
        assertThat(pays("10", "--method", "cheque", "--reference", "12").exit())
                .as("presented again")
                .isZero();
    }

    @Test
    void creditThatALaterInvoiceUsedIsTakenBackThereToo() {
        String[] november = invoicesOfF0002().get(0);
        done(JANUARY, "payment", "add", "F0002", plus(november[1], "5.00"), "--method", "cheque", "--reference", "12");
        done("2017-01-05T11:00", "invoice", "run", "2016-12");
        String[] december = invoicesOfF0002().get(1);
        assertThat(december[2]).isEqualTo(plus(december[1], "-5.00"));

        assertThat(bounce("1").out()).contains(november[0], december[0], "2 invoices are open again");
        assertThat(invoicesOfF0002().stream().map(invoice -> invoice[2])).containsExactly(november[1], december[1]);
        assertVerified();
    }

    @Test
    void whatWasRefundedOfItIsOwedBackAndTheNextPaymentCoversItFirst() {
        pays("20", "--method", "cheque", "--reference", "12");
        refund("6.50");
        assertThat(bounce("1").err()).contains("owes back €6.50");
        assertThat(balances()).containsExactly("F0516120001 13.50");
        assertThat(familyBalance()).isEqualTo("20.00");
        assertVerified();

        assertThat(pays("7", "--method", "cash").out()).contains("€6.50 covers", "0.50", "13.00");
        assertThat(balances()).containsExactly("F0516120001 13.00");
        assertThat(familyBalance()).isEqualTo("13.00");
        assertVerified();
    }

    @Test
    void whatWasRefundedOfItComesOutOfTheFamilysOtherMoney() {
        pays("20", "--method", "cheque", "--reference", "12");
        refund("6.50");
        pays("7", "--method", "cash");
        assertThat(bounce("1").exit()).isZero();
        assertThat(balances()).containsExactly("F0516120001 13.50");
        assertThat(familyBalance()).isEqualTo("13.00");
        assertVerified();
    }

    @Test
    void cashDoesNotBounceNorAnythingBeforeItsDay() {
        pays("1", "--method", "cash");
        pays("1", "--method", "debit");
        assertThat(bounce("1").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(bounce("2", "--on", "2017-01-04").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(bounce("2", "--on", "2017-01-06").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(bounce("9").err()).contains("no payment has the number 9");
    }
}
