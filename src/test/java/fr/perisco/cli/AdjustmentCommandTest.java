package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in November after it was invoiced comes with the next invoice. */
class AdjustmentCommandTest {
    private static final String DECEMBER = "2016-12-05T10:00";
    private static final String JANUARY = "2017-01-02T08:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void invoiceNovember() throws IOException {
        clerk = new ClerkAtWork(folder);
        assertThat(clerk.at("2016-12-01T08:00", "invoice", "run", "2016-11").exit())
                .isZero();
    }

    private ClerkAtWork.Answer done(String moment, String... command) {
        ClerkAtWork.Answer answer = clerk.at(moment, command);
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer;
    }

    private void waive(String child, String day) {
        done(DECEMBER, "reservation", "cancel", child, "CANTINE", "REPAS", day, "--waive", "sortie");
    }

    private List<String> linesOf(String family) {
        return done(JANUARY, "invoice", "preview", "2016-12", "--lines", "--format", "csv").lines().stream()
                .filter(line -> line.contains(";" + family + ";"))
                .toList();
    }

    private List<String> adjustmentsOf(String family) {
        return linesOf(family).stream()
                .filter(line -> line.contains(";Régularisation;"))
                .toList();
    }

    @Test
    void aDayWaivedAfterTheLastMonthBecomesACreditNote() {
        waive("E0001", "2016-11-10");
        done(JANUARY, "invoice", "run", "2016-12");

        assertThat(done(JANUARY, "invoice", "list", "--family", "F0001", "--month", "2016-12", "--format", "csv")
                        .lines())
                .last()
                .asString()
                .startsWith("A0517010001;F0001;2016-12;2017-01-02;2017-02-01;-2.70;")
                .endsWith(";credit-note;");
        assertThat(done(JANUARY, "invoice", "show", "A0517010001", "--format", "csv")
                        .lines())
                .last()
                .asString()
                .startsWith("A0517010001;E0001;RESTAURANT SCOLAIRE;Régularisation;2016-11;")
                .contains(";-1;2.70;-2.70;")
                .endsWith(";adjustment;F0516120001");
        done(JANUARY, "db", "verify");
        assertThat(done(JANUARY, "invoice", "run", "2016-12").out()).contains("nothing");
    }

    @Test
    void aDayWaivedIsTakenOffTheNextInvoiceOnce() throws IOException {
        waive("E0002", "2016-11-15");
        List<String> lines = adjustmentsOf("F0002");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .startsWith("\"\";E0002;RESTAURANT SCOLAIRE;Régularisation;2016-11;")
                .contains(";-1;");

        done(JANUARY, "invoice", "run", "2016-12");
        byte[] stored = clerk.stored();
        done(JANUARY, "invoice", "run", "2016-12");
        assertThat(clerk.stored()).isEqualTo(stored);
        assertThat(done("2017-02-01T08:00", "invoice", "preview", "2017-01", "--lines", "--format", "csv")
                        .out())
                .doesNotContain("Régularisation");
        done(JANUARY, "db", "verify");
    }

    @Test
    void whoCameWithoutBookingIsBilledWithTheSurcharge() {
        done(DECEMBER, "attendance", "record", "E0001", "CANTINE", "REPAS", "2016-11-07", "--status", "present");
        done(DECEMBER, "attendance", "record", "E0036", "CANTINE", "REPAS", "2016-11-08", "--status", "present");

        assertThat(adjustmentsOf("F0001"))
                .extracting(line -> line.split(";")[6] + " x " + line.split(";")[7])
                .containsExactly("1 x 2.00", "1 x 2.70");
        assertThat(clerk.at(JANUARY, "invoice", "check", "2016-12", "--format", "csv")
                        .out())
                .contains("warns;F0030;anomaly.never-invoiced;");
        assertThat(done(JANUARY, "invoice", "preview", "2016-11", "--lines", "--format", "csv")
                        .out())
                .contains(";E0036;RESTAURANT SCOLAIRE;Majoration;2016-11;");
    }

    @Test
    void aChangeUndoneLeavesNothingToAdjust() {
        waive("E0002", "2016-11-15");
        done(DECEMBER, "reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-15", "--override", "erreur");

        assertThat(adjustmentsOf("F0002")).isEmpty();
    }

    @Test
    void aQuotientLoadedRetroactivelyPricesTheMonthAnew() throws IOException {
        List<String> sample = Files.readAllLines(Path.of("sample-data/families.csv"));
        String file = clerk.file(
                "f.csv",
                sample.get(0),
                sample.get(1).replace("F0001;Dupont;711;2016-09-01;", "F0001;Dupont;100;2016-11-01;"));
        ClerkAtWork.Answer answer = clerk.at(DECEMBER, "import", "families", file, "--retroactive");
        assertThat(answer.exit()).as(answer.err()).isZero();

        assertThat(adjustmentsOf("F0001"))
                .extracting(line -> line.split(";")[6] + " x " + line.split(";")[7])
                .containsExactlyInAnyOrder("5 x 1.00", "-5 x 2.70");
    }

    @Test
    void tariffsThatBeginLaterLeaveInvoicedMonthsAsTheyAre() throws IOException {
        waive("E0002", "2016-11-15");
        String[] adjusted = adjustmentsOf("F0002").toArray(String[]::new);
        Path setup = folder.resolve("new");
        Files.createDirectories(setup);
        Files.writeString(
                setup.resolve("tariffs.csv"),
                Files.readString(Path.of("sample-data/setup/tariffs.csv")).replace("2016-09-01", "2016-12-01"));
        done(DECEMBER, "setup", "load", "new");

        assertThat(adjustmentsOf("F0002")).containsExactly(adjusted);
        assertThat(adjustmentsOf("F0001")).isEmpty();
    }

    @Test
    void aMonthThatNobodyInvoicedIsNamedByTheCheckOfTheNext() {
        assertThat(clerk.at(JANUARY, "invoice", "check", "2016-12", "--format", "csv")
                        .out())
                .doesNotContain("anomaly.month-not-invoiced");
        assertThat(clerk.at("2017-02-01T08:00", "invoice", "check", "2017-01", "--format", "csv")
                        .out())
                .contains("warns;;anomaly.month-not-invoiced;2016-12 was never invoiced")
                .doesNotContain("2016-11 was never");
    }
}
