package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cent of an invoice is traced to a day, who booked it, and the tariff row and quotient that priced it. */
class InvoiceExplainCommandTest {
    private static final String DECEMBER_1 = "2016-12-01T08:00";
    private static final String DECEMBER_5 = "2016-12-05T10:00";
    private static final String JANUARY = "2017-01-02T08:00";
    private static final int LINE = 0;
    private static final int AMOUNT = 8;

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private ClerkAtWork.Answer done(String moment, String... command) {
        ClerkAtWork.Answer answer = clerk.at(moment, command);
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer;
    }

    private void invoiceNovember() {
        done(DECEMBER_1, "invoice", "run", "2016-11");
    }

    private List<String> explained(String number) {
        List<String> rows =
                done(JANUARY, "invoice", "explain", number, "--format", "csv").lines();
        return rows.subList(1, rows.size());
    }

    private void assertTraced(String number) {
        Map<String, BigDecimal> byLine = new TreeMap<>();
        explained(number).forEach(row -> {
            String[] fields = row.split(";", -1);
            byLine.merge(fields[LINE], new BigDecimal(fields[AMOUNT]), BigDecimal::add);
        });
        List<String> printed =
                done(JANUARY, "invoice", "show", number, "--format", "csv").lines();
        assertThat(byLine).as(number).hasSize(printed.size() - 1);
        for (int line = 1; line < printed.size(); line++) {
            assertThat(byLine.get(Integer.toString(line)))
                    .as("%s line %s", number, line)
                    .isEqualTo(new BigDecimal(printed.get(line).split(";", -1)[AMOUNT]));
        }
    }

    @Test
    void eachDayHasItsBookingDeadlineTariffAndQuotient() {
        invoiceNovember();
        assertThat(explained("F0516120001"))
                .hasSize(5)
                .first()
                .isEqualTo(
                        "1;days;E0001;CANTINE;REPAS;2016-11-03;1;2.70;2.70;booked;2016-10-14T09:00;clerk;import weeks;;"
                                + "2016-10-17T09:00;2016-09-01;623.00;yes;711.00;2016-09-01;price;;;;2.70;;;;");
    }

    @Test
    void theDaysOfEveryLineAddUpToIt() {
        done(DECEMBER_1, "attendance", "record", "E0036", "CANTINE", "REPAS", "2016-11-08", "--status", "present");
        done(DECEMBER_1, "attendance", "record", "E0002", "CANTINE", "REPAS", "2016-11-14", "--status", "excused");
        invoiceNovember();
        for (int i = 1; i <= 40; i++) {
            assertTraced("F051612%04d".formatted(i));
        }
    }

    @Test
    void whoCameWithoutBookingHasTheRollCallAndTheSurcharge() {
        done(DECEMBER_1, "attendance", "record", "E0001", "CANTINE", "REPAS", "2016-11-07", "--status", "present");
        invoiceNovember();
        assertThat(explained("F0516120001"))
                .filteredOn(row -> row.contains(";2016-11-07;"))
                .hasSize(2)
                .allMatch(row -> row.contains(";present;2016-12-01T08:00;clerk;attendance record;"))
                .anyMatch(row -> row.contains(";1;2.00;2.00;") && row.contains(";surcharge;"));
        assertTraced("F0516120001");
    }

    @Test
    void aCorrectionNamesItsInvoiceAndTheDayTakenBack() {
        invoiceNovember();
        List<String> before = explained("F0516120001");
        done(DECEMBER_5, "reservation", "cancel", "E0001", "CANTINE", "REPAS", "2016-11-10", "--waive", "sortie");
        done(JANUARY, "invoice", "run", "2016-12");

        assertThat(explained("A0517010001"))
                .singleElement()
                .asString()
                .startsWith("1;adjustment;E0001;CANTINE;REPAS;2016-11-10;-1;2.70;-2.70;waived;2016-12-05T10:00;clerk;"
                        + "reservation cancel;sortie;")
                .endsWith(";F0516120001;;;");
        assertThat(explained("F0516120001"))
                .as("what was issued is explained as it stood")
                .isEqualTo(before);
    }

    @Test
    void retiredTariffsStillExplainTheMonthsThatTheyPriced() throws IOException {
        invoiceNovember();
        List<String> before = explained("F0516120002");
        Files.createDirectories(folder.resolve("new"));
        Files.writeString(
                folder.resolve("new/tariffs.csv"),
                Files.readString(Path.of("sample-data/setup/tariffs.csv"))
                        .replace("2016-09-01", "2016-12-01")
                        .replace(";3.40;", ";3.45;"));
        done(DECEMBER_5, "setup", "load", "new");

        assertThat(explained("F0516120002")).isEqualTo(before);
        assertTraced("F0516120002");
    }

    @Test
    void oneLineAtTheTerminalSaysHowItsPriceCameAbout() {
        invoiceNovember();
        ClerkAtWork.Answer answer = done(JANUARY, "--lang", "fr", "invoice", "explain", "F0516120001", "--line", "1");
        assertThat(answer.lines()).first().asString().startsWith("Ligne 1 : ").endsWith(": 5 x 2,70 € = 13,50 €");
        assertThat(answer.lines()).last().isEqualTo("Somme des jours : 13,50 € ; montant de F0516120001 : 13,50 €");
        assertThat(answer.out()).contains("(résidents) ; quotient 711,00 €");
    }

    @Test
    void whatDoesNotExistIsRefused() {
        invoiceNovember();
        assertThat(clerk.asks("invoice", "explain", "F0516129999").exit()).isEqualTo(ExitCode.REFUSED);
        ClerkAtWork.Answer noLine = clerk.asks("invoice", "explain", "F0516120001", "--line", "2");
        assertThat(noLine.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(noLine.err()).contains("has no line 2: it has 1");
    }

    @Test
    void theDocumentForScriptsHoldsTheTotal() {
        invoiceNovember();
        assertThat(done(JANUARY, "invoice", "explain", "F0516120001", "--format", "json")
                        .out())
                .contains("\"total\"")
                .contains("13.50")
                .contains("\"import weeks\"");
    }

    @Test
    void aDayCancelledTooLateNamesItsBookingAndWhoCancelledIt() {
        done(
                "2016-11-16T09:00",
                "--actor",
                "anna",
                "reservation",
                "cancel",
                "E0001",
                "CANTINE",
                "REPAS",
                "2016-11-18",
                "--late");
        invoiceNovember();

        assertThat(explained("F0516120001"))
                .filteredOn(row -> row.contains(";2016-11-18;"))
                .singleElement()
                .asString()
                .contains(";cancelled-late;2016-10-14T09:00;clerk;import weeks;")
                .endsWith(";2016-11-16T09:00;anna");
    }
}
