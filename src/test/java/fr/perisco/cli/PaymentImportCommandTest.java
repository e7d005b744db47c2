package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PayFiP says was paid meets the invoices of November. The sample office is in trials: its saisie is T. */
class PaymentImportCommandTest {
    private static final String DECEMBER = "2016-12-09T10:00";
    private static final String HEADER =
            "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop";
    private static final String PAID = paid("F0516120001", 1350, "op1");

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void invoiceNovember() throws IOException {
        clerk = new ClerkAtWork(folder);
        assertThat(clerk.at("2016-12-01T08:00", "invoice", "run", "2016-11").exit())
                .isZero();
    }

    private static String paid(String refdet, long cents, String idop) {
        return told("012345", refdet, cents, "T", "P", idop);
    }

    private static String told(
            String numcli, String refdet, long cents, String saisie, String resultrans, String idop) {
        return String.join(
                ";",
                numcli,
                "2016",
                refdet,
                "Facture",
                Long.toString(cents),
                "a@b.example",
                saisie,
                resultrans,
                "3feabd",
                "08122016",
                "2122",
                idop);
    }

    private ClerkAtWork.Answer imports(String... rows) throws IOException {
        return importsWith(List.of(), rows);
    }

    private ClerkAtWork.Answer importsWith(List<String> options, String... rows) throws IOException {
        String file = clerk.file(
                "payfip.csv",
                Stream.concat(Stream.of(HEADER), Arrays.stream(rows)).toArray(String[]::new));
        return clerk.at(
                DECEMBER,
                Stream.concat(Stream.of("payment", "import", file, "--format", "csv"), options.stream())
                        .toArray(String[]::new));
    }

    private static List<String> verdicts(ClerkAtWork.Answer answer) {
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer.lines().stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(field -> String.join(" ", field[1], field[5], field[6], field[7], field[8]))
                .toList();
    }

    private String balanceOf(String number) {
        return clerk.at(DECEMBER, "invoice", "list", "--month", "2016-11", "--format", "csv").lines().stream()
                .filter(line -> line.startsWith(number + ";"))
                .map(line -> line.split(";")[6])
                .findFirst()
                .orElseThrow();
    }

    private void assertVerified() {
        ClerkAtWork.Answer verified = clerk.asks("db", "verify");
        assertThat(verified.out()).isEmpty();
        assertThat(verified.exit()).isZero();
    }

    @Test
    void theBalanceIsSettledToTheCent() throws IOException {
        assertThat(verdicts(imports(PAID))).containsExactly("matched 13.50 13.50 0.00 0.00");
        assertThat(balanceOf("F0516120001")).isEqualTo("0.00");
        assertThat(clerk.asks("payment", "list", "--family", "F0001", "--format", "csv")
                        .lines())
                .last()
                .asString()
                .contains(";F0001;2016-12-08;payfip;13.50;op1;0.00;F0516120001");
        assertVerified();
    }

    @Test
    void partOfTheBalanceLeavesTheRestAndMoreBecomesCredit() throws IOException {
        assertThat(verdicts(imports(
                        paid("F0516120001", 1000, "op1"),
                        paid("F0516120001", 1000, "op2"),
                        paid("F0516120001", 200, "op3"))))
                .containsExactly(
                        "partial 10.00 10.00 0.00 3.50",
                        "overpaid 10.00 3.50 6.50 0.00",
                        "already-paid 2.00 0.00 2.00 0.00");
        assertThat(balanceOf("F0516120001")).isEqualTo("0.00");
        assertVerified();
    }

    @Test
    void theNextRunUsesWhatWasPaidTooMuch() throws IOException {
        long balance = Long.parseLong(balanceOf("F0516120002").replace(".", ""));
        imports(paid("F0516120002", balance + 650, "op1"));
        assertThat(clerk.at("2017-01-02T08:00", "invoice", "run", "2016-12").exit())
                .isZero();

        String[] december = clerk.asks("invoice", "list", "--family", "F0002", "--month", "2016-12", "--format", "csv")
                .lines()
                .get(1)
                .split(";");
        assertThat(new BigDecimal(december[5]).subtract(new BigDecimal(december[6])))
                .isEqualTo(new BigDecimal("6.50"));
        assertVerified();
    }

    @Test
    void whatIsNoPaymentOfAnInvoiceIsNamedAndNoMoneyIsRecorded() throws IOException {
        ClerkAtWork.Answer answer = imports(
                paid("F0516129999", 1350, "op1"),
                told("099999", "F0516120001", 1350, "T", "P", "op2"),
                told("012345", "F0516120001", 1350, "T", "R", "op3"),
                told("012345", "F0516120001", 1350, "T", "A", ""),
                told("012345", "F0516120001", 1350, "X", "P", "op4"));
        assertThat(verdicts(answer))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("unknown", "wrong-client", "refused", "refused", "test");
        assertThat(answer.err()).contains("2 payments are not recorded");
        assertThat(clerk.asks("payment", "list", "--format", "csv").lines()).hasSize(1);
        assertThat(balanceOf("F0516120001")).isEqualTo("13.50");
    }

    @Test
    void moneyOfNobodyChangesNothing() throws IOException {
        byte[] before = clerk.stored();
        ClerkAtWork.Answer answer =
                imports(paid("F0516129999", 1350, "op1"), told("099999", "F0516120001", 1350, "T", "P", "op2"));
        assertThat(answer.err()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void theSameFileTwiceChangesNothing() throws IOException {
        imports(PAID, paid("F0516120002", 100, ""));
        byte[] before = clerk.stored();
        ClerkAtWork.Answer again = imports(PAID, paid("F0516120002", 100, ""));
        assertThat(verdicts(again))
                .containsExactly(
                        "duplicate 13.50 0.00 0.00 0.00", "duplicate 1.00 0.00 0.00 " + balanceOf("F0516120002"));
        assertThat(again.err()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void anAbandonedPaymentMayBeFollowedByAPaidOne() throws IOException {
        assertThat(verdicts(imports(told("012345", "F0516120001", 1350, "T", "A", ""), PAID)))
                .containsExactly("refused 13.50 0.00 0.00 13.50", "matched 13.50 13.50 0.00 0.00");
    }

    @Test
    void theRehearsalSaysTheSameAndWritesNothing() throws IOException {
        byte[] before = clerk.stored();
        ClerkAtWork.Answer rehearsed = importsWith(List.of("--dry-run"), PAID);
        assertThat(clerk.stored()).isEqualTo(before);
        assertThat(rehearsed.out()).isEqualTo(imports(PAID).out());
    }

    @Test
    void aSpreadsheetsLostZerosAndFrenchHeadersAreUnderstood() throws IOException {
        String file = clerk.file(
                "tableur.csv",
                "Client;Référence;Montant en centimes;Résultat;Date;Heure",
                "12345;F0516120001;1350;v;8122016;905");
        ClerkAtWork.Answer answer = clerk.at(DECEMBER, "payment", "import", file, "--format", "csv");
        assertThat(verdicts(answer)).containsExactly("matched 13.50 13.50 0.00 0.00");
        assertThat(answer.out()).contains(";012345;F0516120001;F0001;").contains(";2016-12-08;");
    }

    @Test
    void aRowThatDoesNotReadRejectsTheFileOrIsSetAside() throws IOException {
        byte[] before = clerk.stored();
        String[] rows = {
            PAID,
            PAID.replace(";1350;", ";13.50;"),
            PAID.replace(";08122016;", ";31022016;"),
            PAID.replace(";P;", ";Q;"),
            PAID.replace(";T;", ";Z;"),
            PAID.replace(";2122;", ";2960;"),
            PAID.replace(";1350;", ";0;")
        };
        ClerkAtWork.Answer answer = imports(rows);
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err().lines().filter(line -> line.startsWith("payfip.csv:")))
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .containsExactly(
                        "payfip.csv:3:5",
                        "payfip.csv:4:10",
                        "payfip.csv:5:8",
                        "payfip.csv:6:7",
                        "payfip.csv:7:11",
                        "payfip.csv:8:5");
        assertThat(clerk.stored()).isEqualTo(before);

        ClerkAtWork.Answer partial = importsWith(List.of("--skip-rejected"), rows);
        assertThat(partial.exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(balanceOf("F0516120001")).isEqualTo("0.00");
        assertThat(Files.readAllLines(folder.resolve("payfip.csv.rejected.csv")))
                .hasSize(7);
    }

    @Test
    void eachChangeIsShownWhereAskedFor() throws IOException {
        assertThat(importsWith(List.of("--diff"), paid("F0516120001", 1400, "op1"))
                        .lines())
                .contains(
                        "new;payment;1;amount;;14.00",
                        "changed;invoice;F0516120001;balance;13.50;0.00",
                        "new;credit;F0001;amount;;0.50");
    }

    @Test
    void theTableEndsWithItsCounts() throws IOException {
        String file = clerk.file("payfip.csv", HEADER, PAID, PAID);
        ClerkAtWork.Answer answer = clerk.at(DECEMBER, "--lang", "fr", "payment", "import", file);
        assertThat(answer.lines()).last().asString().contains("1 règlement enregistré, 13,50 € en tout ; 1 déjà");
        assertThat(answer.lines()).anyMatch(line -> line.matches(" duplicate +1"));
    }

    @Test
    void aCreditNoteIsNoInvoiceToPay() throws IOException {
        clerk.at(DECEMBER, "reservation", "cancel", "E0001", "CANTINE", "REPAS", "2016-11-10", "--waive", "sortie");
        clerk.at("2017-01-02T08:00", "invoice", "run", "2016-12");
        assertThat(verdicts(imports(paid("A0517010001", 270, "op1"))))
                .singleElement()
                .asString()
                .startsWith("unknown ");
    }
}
