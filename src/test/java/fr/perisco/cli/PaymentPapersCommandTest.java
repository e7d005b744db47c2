package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts, the desk's journal and deposit slips; November is invoiced (F0001: 13.50). */
class PaymentPapersCommandTest {
    private static final String MONDAY = "2016-12-05T10:00";
    private static final String TUESDAY = "2016-12-06T09:30";

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

    private void pays(String family, String amount, String method, String reference) {
        done(MONDAY, "payment", "add", family, amount, "--method", method, "--reference", reference);
    }

    private byte[] content(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    private String receipt(String payment) throws IOException {
        done(MONDAY, "payment", "receipt", payment, "-o", "recu.pdf");
        return PrintedText.pages(content("recu.pdf")).get(0);
    }

    @Test
    void aReceiptSaysWhatWasPaidHowAndWhatItSettled() throws IOException {
        pays("F0001", "10", "cheque", "0012345");
        assertThat(receipt("1"))
                .contains(
                        "Reçu de règlement n° 1",
                        "10,00 € (dix euros), par chèque n° 0012345, le lundi 5 décembre 2016",
                        "Code famille : F0001",
                        "F0516120001",
                        "3,50 €");
    }

    @Test
    void aReceiptStaysTheSameWhateverHappensToItsInvoicesAndItsCredit() throws IOException {
        pays("F0002", "300", "card", "");
        pays("F0001", "10", "cheque", "0012345");
        done(MONDAY, "payment", "receipt", "1", "2", "-o", "before.pdf");
        pays("F0001", "3.50", "cash", "");
        done("2017-01-02T08:00", "invoice", "run", "2016-12");
        ClerkAtWork.Answer again = done("2017-01-03T08:00", "payment", "receipt", "1", "2", "-o", "after.pdf");
        assertThat(again.out()).contains("1 file written");
        assertThat(content("after.pdf")).isEqualTo(content("before.pdf"));
        assertThat(done("2017-01-03T08:00", "payment", "receipt", "1", "2", "-o", "after.pdf")
                        .out())
                .contains("no file written, 1 unchanged");
    }

    @Test
    void aReceiptOfWhatBouncedOrWasRefundedSaysSo() throws IOException {
        pays("F0001", "20", "cheque", "12");
        done(TUESDAY, "payment", "refund", "F0001", "6.50", "--method", "cash", "--reason", "moves");
        assertThat(receipt("1")).contains("Somme gardée à votre crédit 6,50 €", "6,50 € de ce règlement vous ont été");
        pays("F0002", "20", "cheque", "13");
        done(TUESDAY, "payment", "bounce", "2", "--reason", "no cover");
        assertThat(receipt("2")).contains("rejeté par la banque le 06/12/2016");
    }

    @Test
    void aReceiptSaysWhatOfItCoversARefundThatWasOwedBack() throws IOException {
        pays("F0001", "20", "cheque", "0012345");
        done(MONDAY, "payment", "refund", "F0001", "6.50", "--method", "transfer", "--reason", "trop");
        done(MONDAY, "payment", "bounce", "1", "--reason", "sans provision");
        pays("F0001", "10", "card", "");
        assertThat(receipt("2"))
                .contains("Remboursement que vous deviez (règlement rejeté) 6,50 €", "F0516120001 3,50 € 10,00 €")
                .doesNotContain("vous ont été remboursés")
                .doesNotContain("à votre crédit");
    }

    @Test
    void aFolderGetsAFileAReceiptAndAWrongSelectionIsRefused() throws IOException {
        pays("F0001", "5", "card", "");
        pays("F0001", "6", "card", "");
        byte[] before = clerk.stored();
        assertThat(done(MONDAY, "payment", "receipt", "--family", "F0001", "-o", "recus", "--dry-run")
                        .out())
                .contains("2 files would be written");
        assertThat(folder.resolve("recus")).doesNotExist();
        done(MONDAY, "payment", "receipt", "--month", "2016-12", "-o", "recus");
        assertThat(folder.resolve("recus").resolve("recu-2.pdf")).exists();
        assertThat(clerk.at(MONDAY, "payment", "receipt", "1", "9").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.at(MONDAY, "payment", "receipt", "--family", "X").exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.at(MONDAY, "payment", "receipt").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(clerk.at(MONDAY, "payment", "receipt", "1", "--family", "F0001")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(done(MONDAY, "payment", "receipt", "--family", "F0002").out())
                .contains("0.00");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void theJournalShowsWhatCameAndWhatLeftOnItsDay() throws IOException {
        pays("F0001", "20", "cheque", "12");
        pays("F0002", "250", "cash", "");
        done(TUESDAY, "payment", "bounce", "1", "--reason", "no cover");
        done(TUESDAY, "payment", "refund", "F0002", "4", "--method", "cash", "--reason", "moves");
        done(TUESDAY, "payment", "add", "F0003", "1", "--method", "card", "--on", "2016-12-05");
        assertThat(done(TUESDAY, "payment", "journal", "--month", "2016-12", "--format", "csv")
                        .lines())
                .extracting(line -> line.replaceFirst("(;F000\\d);[^;]*;", "$1;"))
                .containsExactly(
                        "date;method;time;kind;number;family;payer;reference;amount",
                        "2016-12-05;cash;10:00;payment;2;F0002;;250.00",
                        "2016-12-05;cheque;10:00;payment;1;F0001;12;20.00",
                        "2016-12-05;card;;payment;3;F0003;;1.00",
                        "2016-12-06;cash;09:30;refund;2;F0002;;-4.00",
                        "2016-12-06;cheque;09:30;bounce;1;F0001;12;-20.00");
        assertThat(done(TUESDAY, "payment", "journal", "--totals", "--format", "csv")
                        .lines())
                .containsExactly(
                        "date;method;operations;in;out;total",
                        "2016-12-06;cash;1;0.00;-4.00;-4.00",
                        "2016-12-06;cheque;1;0.00;-20.00;-20.00");
        assertThat(done(TUESDAY, "payment", "journal", "--date", "2016-12-05", "--method", "cash")
                        .lines())
                .hasSize(6);
        assertThat(clerk.at(TUESDAY, "payment", "journal", "--date", "2016-12-05", "--month", "2016-12")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        done(TUESDAY, "payment", "journal", "--month", "2016-12", "-o", "journal.pdf");
        assertThat(PrintedText.pages(content("journal.pdf")).get(0))
                .contains(
                        "Du 01/12/2016 au 31/12/2016",
                        "lundi 5 décembre 2016 – Espèces",
                        "Total du mardi 6 décembre 2016 -24,00 €",
                        "Espèces : 2 opérations, reçu 250,00 €, sorti 4,00 € 246,00 €",
                        "Total : 5 opérations 247,00 €");
    }

    @Test
    void aPaymentIsOnOneSlipAndASlipPrintedAgainIsTheSame() throws IOException {
        pays("F0001", "5", "cheque", "12");
        pays("F0002", "6", "cheque", "13");
        pays("F0003", "7", "cheque", "14");
        done(TUESDAY, "payment", "bounce", "3", "--reason", "no cover");
        byte[] before = clerk.stored();
        assertThat(done(TUESDAY, "payment", "deposit", "--method", "cheque", "--dry-run", "-o", "s.pdf")
                        .out())
                .contains("slip 1 (cheque) would be made: 2 lines, €11.00");
        assertThat(clerk.stored()).isEqualTo(before);
        assertThat(folder.resolve("s.pdf")).doesNotExist();

        assertThat(done(TUESDAY, "payment", "deposit", "--method", "cheque", "-o", "s.pdf")
                        .out())
                .contains("slip 1 (cheque): 2 lines, €11.00");
        assertThat(PrintedText.pages(content("s.pdf")).get(0))
                .contains("Bordereau de remise de chèques n° 1", "12", "13", "Total : 2 pièces 11,00 €");
        byte[] after = clerk.stored();
        assertThat(done("2016-12-07T08:00", "payment", "deposit", "-o", "none.pdf")
                        .out())
                .contains("nothing to deposit");
        assertThat(folder.resolve("none.pdf")).doesNotExist();
        assertThat(clerk.stored()).isEqualTo(after);

        done("2016-12-07T08:00", "payment", "bounce", "1", "--reason", "no cover");
        done("2016-12-07T08:00", "payment", "deposits", "--slip", "1", "-o", "again.pdf");
        assertThat(content("again.pdf")).isEqualTo(content("s.pdf"));
        assertThat(done(TUESDAY, "payment", "deposits", "--slip", "1", "--format", "csv")
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("1;cheque;1;1;") && line.endsWith(";5.00;2016-12-07"));
        assertThat(clerk.at(TUESDAY, "payment", "deposits", "--slip", "x").err())
                .contains("--slip: x is no whole number");
        assertThat(clerk.at(TUESDAY, "payment", "deposits", "--slip", "2").exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void cashThatWasRefundedLowersTheSlipAndNoSlipIsBelowZero() {
        pays("F0001", "20", "cash", "");
        done(TUESDAY, "payment", "refund", "F0001", "6.50", "--method", "cash", "--reason", "moves");
        assertThat(clerk.at(TUESDAY, "payment", "deposit", "--method", "card").exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.at(TUESDAY, "payment", "deposit", "--until", "2016-12-07")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(done(TUESDAY, "payment", "deposit", "--until", "2016-12-05").out())
                .contains("1 line, €20.00");
        ClerkAtWork.Answer none = done(TUESDAY, "payment", "deposit");
        assertThat(none.err()).contains("refunds took as much out of the till");
        assertThat(none.out()).contains("nothing to deposit");
        pays("F0001", "10", "cash", "");
        assertThat(done(TUESDAY, "payment", "deposit").out()).contains("slip 2 (cash): 2 lines, €3.50");
        assertThat(done(TUESDAY, "payment", "deposits", "--format", "csv").lines())
                .containsExactly(
                        "slip;made_on;method;lines;amount", "1;2016-12-06;cash;1;20.00", "2;2016-12-06;cash;2;3.50");
        assertThat(done(TUESDAY, "audit", "list", "--kind", "payment deposit").lines())
                .hasSize(4);
    }

    @Test
    void aSlipThatIsGoneIsFoundOut() throws SQLException {
        pays("F0001", "5", "cheque", "12");
        done(TUESDAY, "payment", "deposit");
        pays("F0001", "5", "cheque", "13");
        done(TUESDAY, "payment", "deposit");
        try (var connection = clerk.connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from deposit_line where deposit_id = 1");
            statement.execute("delete from deposit where id = 1");
        }
        ClerkAtWork.Answer verified = clerk.asks("db", "verify");
        assertThat(verified.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(verified.out() + verified.err()).contains("deposit slips: a number is missing");
    }

    @Test
    void whatACesuLeftOverStaysCredit() throws IOException {
        pays("F0001", "20", "cesu", "SODEXO 1");
        byte[] before = clerk.stored();
        ClerkAtWork.Answer refused =
                clerk.at(TUESDAY, "payment", "refund", "F0001", "1", "--method", "cash", "--reason", "x");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("€6.50 of the credit of family F0001 came from CESU", "€0.00");
        assertThat(clerk.stored()).isEqualTo(before);
        pays("F0001", "5", "card", "");
        done(TUESDAY, "payment", "refund", "F0001", "5", "--method", "card", "--reason", "x");
        assertThat(clerk.at(TUESDAY, "payment", "refund", "F0001", "0.01", "--method", "card", "--reason", "x")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(List.of(done(TUESDAY, "payment", "list", "--format", "csv")
                        .lines()
                        .get(1)
                        .split(";")))
                .contains("6.50");
    }
}
