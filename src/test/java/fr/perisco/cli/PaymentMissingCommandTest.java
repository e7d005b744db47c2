package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Online payments that have not come, and what PayFiP's own list says. The sample office is in trials: its saisie is T. */
class PaymentMissingCommandTest {
    private static final String DECEMBER = "2016-12-09T10:00";
    private static final String HEADER =
            "numcli;exer;refdet;objet;montant;mel;saisie;resultrans;numauto;dattrans;heurtrans;idop";

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

    private static String told(String refdet, long cents, String saisie, String result, String time, String idop) {
        return String.join(
                ";",
                "012345",
                "2016",
                refdet,
                "Facture",
                Long.toString(cents),
                "a@b.example",
                saisie,
                result,
                "auth" + time,
                "08122016",
                time,
                idop);
    }

    private ClerkAtWork.Answer imports(List<String> options, String... rows) throws IOException {
        String file = file("payfip.csv", rows);
        return done(
                DECEMBER,
                Stream.concat(Stream.of("payment", "import", file, "--format", "csv"), options.stream())
                        .toArray(String[]::new));
    }

    private String file(String name, String... rows) throws IOException {
        return clerk.file(
                name, Stream.concat(Stream.of(HEADER), Arrays.stream(rows)).toArray(String[]::new));
    }

    private List<String> states(String... options) {
        return done(
                        DECEMBER,
                        Stream.concat(Stream.of("payment", "missing", "--format", "csv"), Arrays.stream(options))
                                .toArray(String[]::new))
                .lines()
                .stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> String.join(" ", cells[0], cells[5], cells[8], cells[10], cells[11], cells[12])
                        .strip())
                .toList();
    }

    @Test
    void aReferenceWaitsUntilItIsPaidAndAnAttemptThatFailedStandsOut() throws IOException {
        assertThat(states("--family", "F0001")).containsExactly("F0516120001 13.50 8 waiting");
        ClerkAtWork.Answer imported = imports(
                List.of(),
                told("F0516120006", 1500, "T", "A", "1000", ""),
                told("F0516120005", 1500, "T", "Z", "1100", ""),
                told("F0516120001", 1350, "T", "R", "1200", ""));
        assertThat(imported.err()).contains("390 references wait for money", "“perisco payment missing”");
        assertThat(states("--month", "2016-11")).startsWith("F0516120001 13.50 8 refused R 2016-12-08T12:00");
        assertThat(states("--month", "2016-11").stream()
                        .map(line -> line.split(" ")[3])
                        .toList())
                .startsWith("refused", "refused", "abandoned", "waiting");

        imports(List.of(), told("F0516120001", 350, "T", "P", "1201", "op1"));
        assertThat(states("--family", "F0001")).containsExactly("F0516120001 10.00 8 waiting");
        imports(List.of(), told("F0516120001", 1000, "T", "A", "1300", ""));
        assertThat(states("--family", "F0001")).containsExactly("F0516120001 10.00 8 abandoned A 2016-12-08T13:00");
        imports(List.of(), told("F0516120001", 1000, "T", "P", "1301", "op2"));
        assertThat(states("--family", "F0001")).isEmpty();
        assertThat(clerk.at(DECEMBER, "payment", "missing", "--family", "X").exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void attemptsAreRecordedOnceAndAuditedAndThoseOfNoInvoiceAreNot() throws IOException {
        String[] rows = {
            told("F0516120001", 1350, "T", "R", "1200", ""),
            told("F0516120001", 1350, "T", "R", "1200", ""),
            told("F0516120002", 1350, "X", "P", "1200", ""),
            told("F0516129999", 1350, "T", "R", "1200", "")
        };
        imports(List.of(), rows);
        byte[] before = clerk.stored();
        assertThat(imports(List.of(), rows).err()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(before);
        assertThat(states("--month", "2016-11").stream()
                        .map(line -> line.split(" ")[3])
                        .toList())
                .startsWith("refused", "test", "waiting");
        assertThat(done(DECEMBER, "audit", "list", "--act", lastAct(), "--format", "csv")
                        .lines())
                .extracting(line -> line.replaceFirst(".*;invoice;", ""))
                .contains(
                        "F0516120001;online-attempt;;R 2016-12-08 12:00;",
                        "F0516120002;online-attempt;;P 2016-12-08 12:00;")
                .hasSize(3);
    }

    private String lastAct() {
        List<String> acts = done(DECEMBER, "audit", "list", "--format", "csv").lines();
        return acts.get(acts.size() - 1).split(";")[0];
    }

    @Test
    void onlyInvoicesOldEnoughAreListedAndLateOnesSaySo() throws IOException {
        assertThat(states("--since-days", "9")).isEmpty();
        assertThat(states("--since-days", "8", "--family", "F0001")).hasSize(1);
        assertThat(done("2017-01-05T10:00", "payment", "missing", "--family", "F0001", "--format", "csv")
                        .lines()
                        .get(1))
                .contains(";35;5;overdue;");
        byte[] before = clerk.stored();
        done("2017-01-05T10:00", "payment", "missing", "-o", "missing.pdf");
        List<String> pages = PrintedText.pages(Files.readAllBytes(folder.resolve("missing.pdf")));
        assertThat(pages).hasSizeGreaterThan(5);
        assertThat(pages.get(0)).contains("Paiements en ligne attendus", "Échéance dépassée", "5 j", "À reporter");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void aStatementIsComparedBothWaysAndNothingIsChanged() throws IOException {
        imports(
                List.of(),
                told("F0516120001", 1350, "T", "P", "1000", "op1"),
                told("F0516120002", 500, "T", "P", "1100", "op2"),
                told("F0516120003", 600, "T", "P", "1200", "op3"));
        byte[] before = clerk.stored();
        String statement = file(
                "statement.csv",
                told("F0516120001", 1350, "T", "P", "1000", "op1"),
                told("F0516120003", 700, "T", "P", "1200", "op3"),
                told("F0516120004", 900, "T", "P", "1300", "op4"),
                told("F0516120005", 900, "T", "R", "1300", ""));
        ClerkAtWork.Answer compared = done(DECEMBER, "payment", "missing", "--statement", statement, "--format", "csv");
        assertThat(compared.lines())
                .containsExactly(
                        "verdict;refdet;family;statement;recorded;paid_on;time;payment;reference",
                        "missing-here;F0516120004;F0004;9.00;;2016-12-08;13:00;;op4",
                        "missing-there;F0516120002;F0002;;5.00;2016-12-08;11:00;2;op2",
                        "amount-differs;F0516120003;F0003;7.00;6.00;2016-12-08;12:00;3;op3");
        assertThat(compared.err()).contains("1 payment agrees, €13.50 in all; 1 line without money");
        done(DECEMBER, "payment", "missing", "--statement", statement, "-o", "statement.pdf");
        assertThat(PrintedText.pages(Files.readAllBytes(folder.resolve("statement.pdf"))))
                .singleElement()
                .asString()
                .contains("Sur le relevé, pas enregistrés : 1 ligne 9,00 €", "Paiements concordants : 1 13,50 €");
        assertThat(clerk.at(DECEMBER, "payment", "missing", "--statement", statement, "--month", "2016-11")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(clerk.at(DECEMBER, "payment", "missing", "--statement", clerk.file("bad.csv", HEADER, "x;y"))
                        .exit())
                .isEqualTo(ExitCode.BAD_DATA);
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void aPaymentEnteredByHandIsNotCountedAgainWhenPayFiPTellsOfIt() throws IOException {
        done(DECEMBER, "payment", "add", "F0001", "13.50", "--method", "payfip", "--reference", "auth1000");
        String row = told("F0516120001", 1350, "T", "P", "1000", "op1");
        assertThat(imports(List.of(), row).lines().get(1)).startsWith("2;duplicate;");
        assertThat(done(DECEMBER, "payment", "missing", "--statement", file("s.csv", row))
                        .err())
                .contains("1 payment agrees");
        done(DECEMBER, "payment", "bounce", "1", "--reason", "typed wrongly");
        assertThat(imports(List.of(), row).lines().get(1)).startsWith("2;matched;");
    }

    @Test
    void theReconciliationHoldsEveryRowOfTheFileByVerdict() throws IOException {
        String[] rows = {
            told("F0516129999", 100, "T", "P", "1000", "op0"),
            told("F0516120001", 1000, "T", "P", "1000", "op1"),
            told("F0516120001", 1000, "T", "P", "1100", "op2"),
            told("F0516120001", 1000, "T", "P", "1200", "op3"),
            told("F0516120001", 1000, "T", "P", "1200", "op3"),
            told("F0516120001", 1000, "T", "A", "1200", "")
        };
        imports(List.of("--report", "dry.pdf", "--dry-run"), rows);
        assertThat(folder.resolve("dry.pdf")).doesNotExist();
        imports(List.of("--report", "dry.csv", "--dry-run"), rows);
        assertThat(folder.resolve("dry.csv")).doesNotExist();
        imports(List.of("--report", "first.pdf"), rows);
        assertThat(PrintedText.pages(Files.readAllBytes(folder.resolve("first.pdf")))
                        .get(0))
                .contains(
                        "Factures soldées : 0 lignes 0,00 €",
                        "Factures payées en partie : 1 ligne 10,00 €",
                        "Trop payé : 1 ligne 10,00 €",
                        "Factures déjà soldées : 1 ligne 10,00 €",
                        "Factures inconnues : 1 ligne 1,00 €",
                        "Autre régie : 0 lignes 0,00 €",
                        "Déjà enregistrés : 1 ligne 10,00 €",
                        "Refusés ou abandonnés : 1 ligne 10,00 €",
                        "Essais : 0 lignes 0,00 €",
                        "Total du fichier : 6 lignes 51,00 €");
        imports(List.of("--report", "second.csv"), rows);
        assertThat(Files.readAllLines(folder.resolve("second.csv")))
                .hasSize(7)
                .elements(1, 2)
                .extracting(line -> line.split(";")[1])
                .containsExactly("unknown", "duplicate");
        assertThat(clerk.at(DECEMBER, "payment", "import", "payfip.csv", "--report", "-")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
