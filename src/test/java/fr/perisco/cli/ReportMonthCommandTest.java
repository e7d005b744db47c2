package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** November of the sample town: days of all kinds, invoiced, with payments in December. */
class ReportMonthCommandTest {
    private static final String OCTOBER = "2016-10-14T09:00";
    private static final String DECEMBER = "2016-12-20T10:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void runThroughNovember() throws IOException {
        clerk = new ClerkAtWork(folder);
        done(OCTOBER, "reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-11-21", "2016-11-22");
        done("2016-11-21T10:00", "reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-11-24", "--late");
        clerk.file(
                "attendance.csv",
                "child;activity;unit;date;status",
                "E0002;CANTINE;REPAS;2016-11-03;present",
                "E0002;CANTINE;REPAS;2016-11-04;excused",
                "E0002;CANTINE;REPAS;2016-11-22;present",
                "E0001;CANTINE;REPAS;2016-11-15;present");
        done("2016-11-29T10:00", "import", "attendance", "attendance.csv");
        done("2016-12-01T08:00", "invoice", "run", "2016-11");
    }

    private ClerkAtWork.Answer done(String moment, String... args) {
        ClerkAtWork.Answer answer = clerk.at(moment, args);
        assertThat(answer.exit()).as(answer.err()).isZero();
        return answer;
    }

    /** The rows of a list, without its heading. */
    private List<String[]> rows(String... args) {
        List<String> all =
                Stream.concat(Stream.of(args), Stream.of("--format", "csv")).toList();
        return done(DECEMBER, all.toArray(String[]::new)).lines().stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static BigDecimal sum(List<String[]> rows, int column, Predicate<String[]> which) {
        return rows.stream()
                .filter(which)
                .map(row -> row[column])
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal count(List<String[]> report, String... sections) {
        return sum(report, 3, row -> List.of(sections).contains(row[0]));
    }

    private static BigDecimal amount(List<String[]> report, String... sections) {
        return sum(report, 4, row -> List.of(sections).contains(row[0]));
    }

    private static void assertDaysAreThoseOfTheList(List<String[]> report, List<String[]> list) {
        assertThat(count(report, "booked")).isEqualTo(count(report, "day"));
        for (String state : List.of("booked", "cancelled", "cancelled-late")) {
            assertThat(count(report, state).longValueExact())
                    .as(state)
                    .isEqualTo(list.stream().filter(row -> row[4].equals(state)).count());
        }
        assertThat(count(report, "excused").longValueExact())
                .isEqualTo(list.stream().filter(row -> row[5].equals("excused")).count());
        assertThat(count(report, "unbooked").longValueExact())
                .isEqualTo(list.stream()
                        .filter(row -> row[5].equals("present"))
                        .filter(row -> !row[4].equals("booked") && !row[4].equals("cancelled-late"))
                        .count());
    }

    @Test
    void daysAreThoseOfTheReservationList() {
        List<String[]> report = rows("report", "month", "2016-11");
        assertDaysAreThoseOfTheList(report, rows("reservation", "list", "--month", "2016-11"));
        assertThat(count(report, "unbooked")).isEqualTo("2");
        assertThat(count(report, "excused")).isEqualTo("1");
        assertThat(count(report, "cancelled-late")).isEqualTo("1");
        assertDaysAreThoseOfTheList(
                rows("report", "month", "2016-11", "--activity", "ACCUEILS"),
                rows("reservation", "list", "--month", "2016-11", "--activity", "ACCUEILS"));
        assertThat(report)
                .filteredOn(row -> row[0].equals("open-days"))
                .extracting(row -> row[1] + " " + row[3])
                .containsExactly("CANTINE 15", "ACCUEILS 19", "MERCREDI 4");
    }

    @Test
    void aChildWhoChangesSchoolCountsForEachOnItsDays() throws IOException {
        String row = Files.readAllLines(Path.of("sample-data", "families.csv")).stream()
                .filter(line -> line.contains(";E0002;"))
                .findFirst()
                .orElseThrow();
        String header =
                Files.readAllLines(Path.of("sample-data", "families.csv")).get(0);
        clerk.file("moved.csv", header, row.replace(";BOURG;", ";MOULIN;"));
        done("2016-11-14T09:00", "import", "families", "moved.csv");
        BigDecimal booked = BigDecimal.ZERO;
        BigDecimal invoiced = BigDecimal.ZERO;
        for (String school : List.of("BOURG", "MOULIN", "VERGERS")) {
            List<String[]> report = rows("report", "month", "2016-11", "--school", school);
            assertDaysAreThoseOfTheList(report, rows("reservation", "list", "--month", "2016-11", "--school", school));
            booked = booked.add(count(report, "booked"));
            invoiced = invoiced.add(amount(report, "document"));
            assertThat(amount(report, "tariff")).isEqualTo(amount(report, "document"));
        }
        List<String[]> whole = rows("report", "month", "2016-11");
        assertThat(booked).isEqualTo(count(whole, "booked"));
        assertThat(invoiced).isEqualTo(amount(whole, "document"));
    }

    @Test
    void childrenAndFamiliesCountOnceAndOnlyWithADay() {
        List<String[]> list = rows("reservation", "list", "--month", "2016-11");
        Predicate<String[]> expected = row -> row[4].equals("booked") || row[5].equals("present");
        List<String[]> report = rows("report", "month", "2016-11");
        assertThat(report.subList(1, 3))
                .extracting(row -> Long.valueOf(row[3]))
                .containsExactly(
                        list.stream()
                                .filter(expected)
                                .map(row -> row[0])
                                .distinct()
                                .count(),
                        list.stream()
                                .filter(expected)
                                .map(row -> row[6])
                                .distinct()
                                .count());
        assertThat(sum(report, 3, row -> row[0].equals("children") && row[1].equals("MERCREDI"))
                        .longValueExact())
                .isEqualTo(list.stream()
                        .filter(expected.and(row -> row[1].equals("MERCREDI")))
                        .map(row -> row[0])
                        .distinct()
                        .count());
    }

    @Test
    void revenueIsThatOfTheInvoicesHoweverItIsSplit() {
        done("2016-12-02T08:00", "reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-11-25", "--waive", "ill");
        done("2016-12-05T08:00", "invoice", "credit", "F0516120005", "--reason", "wrong family");
        done("2017-01-02T08:00", "invoice", "run", "2016-12");
        for (String month : List.of("2016-11", "2016-12")) {
            List<String[]> report = rows("report", "month", month);
            BigDecimal invoiced = sum(rows("invoice", "list", "--month", month), 5, row -> true);
            assertThat(invoiced).isPositive();
            for (String section : List.of("document", "part", "activity", "tariff")) {
                assertThat(amount(report, section)).as(section).isEqualTo(invoiced);
            }
            assertThat(count(report, "activity")).isEqualTo(count(report, "tariff"));
        }
        assertThat(rows("report", "month", "2016-11"))
                .anyMatch(row -> String.join(";", row).startsWith("document;credit-note;;1;-"))
                .anyMatch(row -> String.join(";", row).startsWith("part;cancellation;;-"))
                .anyMatch(row -> String.join(";", row).startsWith("part;surcharge;;2;"));
        assertThat(rows("report", "month", "2016-12"))
                .anyMatch(row -> String.join(";", row).startsWith("part;adjustment;;-1;-"));
    }

    @Test
    void whatOneActivityBillsIsItsPartOfTheWhole() {
        List<String[]> whole = rows("report", "month", "2016-11");
        List<String[]> canteen = rows("report", "month", "2016-11", "--activity", "CANTINE");
        assertThat(amount(canteen, "document"))
                .isEqualTo(sum(whole, 4, row -> row[0].equals("activity") && row[1].equals("CANTINE")));
        assertThat(canteen)
                .noneMatch(
                        row -> List.of("balance", "payment", "refund", "bounce").contains(row[0]));
        assertThat(done(DECEMBER, "report", "month", "2016-11", "--activity", "CANTINE")
                        .err())
                .contains("belongs to families as a whole");
    }

    @Test
    void paymentsAreThoseOfTheJournalAndBalancesThoseOfTheOpenInvoices() {
        done("2016-12-05T10:00", "payment", "add", "F0001", "20", "--method", "cheque", "--reference", "12");
        done("2016-12-05T10:00", "payment", "add", "F0002", "250", "--method", "cash");
        done("2016-12-06T10:00", "payment", "bounce", "1", "--reason", "no cover");
        done("2016-12-06T10:00", "payment", "refund", "F0002", "4", "--method", "cash", "--reason", "moves");
        done("2016-12-07T10:00", "payment", "add", "F0003", "1", "--method", "card");
        List<String[]> report = rows("report", "month", "2016-12");
        List<String[]> journal = rows("payment", "journal", "--month", "2016-12", "--totals");
        assertThat(amount(report, "payment", "refund", "bounce")).isEqualTo(sum(journal, 5, row -> true));
        assertThat(count(report, "payment", "refund", "bounce")).isEqualTo(sum(journal, 2, row -> true));
        assertThat(report.stream().map(row -> String.join(";", row)))
                .contains(
                        "payment;cash;;1;250.00",
                        "refund;cash;;1;-4.00",
                        "payment;cheque;;1;20.00",
                        "bounce;cheque;;1;-20.00",
                        "payment;card;;1;1.00");
        List<String[]> open = rows("invoice", "list", "--state", "open");
        assertThat(amount(report, "balance")).isEqualTo(sum(open, 6, row -> true));
        assertThat(count(report, "balance")).isEqualTo(BigDecimal.valueOf(open.size()));
        assertThat(rows("report", "month", "2016-11"))
                .noneMatch(row -> List.of("payment", "refund", "bounce").contains(row[0]));
    }

    @Test
    void openInvoicesAgeWithTheDay() {
        assertThat(agesAt("2016-12-31T10:00")).containsExactly("not-due");
        assertThat(agesAt("2017-01-01T10:00")).containsExactly("1-30");
        assertThat(agesAt("2017-04-30T10:00")).containsExactly("over-90");
    }

    private List<String> agesAt(String moment) {
        return done(moment, "report", "month", "2016-11", "--format", "csv").lines().stream()
                .map(line -> line.split(";", -1))
                .filter(row -> row[0].equals("balance") && !row[3].equals("0"))
                .map(row -> row[1])
                .toList();
    }

    @Test
    void aTerminalShowsSectionsWithTotalsAndBarsOfLetters() {
        List<String> lines = done(DECEMBER, "report", "month", "2016-11").lines();
        assertThat(lines)
                .contains(
                        "Days of 2016-11",
                        "Bookings per day",
                        "Documents of 2016-11",
                        "Open invoices of all months, by days past due on Tue 2016-12-20",
                        "A = CANTINE RESTAURANT SCOLAIRE")
                .allMatch(line -> line.length() <= 160);
        assertThat(lines)
                .filteredOn(line -> line.matches("[A-Z][a-z]{2} [ 0-9]{2} +[0-9]+ A+B+"))
                .hasSize(15);
        assertThat(lines)
                .filteredOn(line -> line.matches("[A-Z][a-z]{2} [ 0-9]{2} +[0-9]+ [ABC]+"))
                .hasSize(19)
                .allMatch(line -> line.length() <= 80)
                .anyMatch(line -> line.length() == 80);
        assertThat(done(DECEMBER, "--lang", "fr", "report", "month", "2016-11").lines())
                .contains("Journées du mois 11/2016", "Recettes par ligne de tarif");
    }

    @Test
    void aDocumentForScriptsHoldsAllSections() {
        assertThat(done(DECEMBER, "report", "month", "2016-11", "--format", "json")
                        .out())
                .startsWith("{")
                .contains(
                        "\"month\" : \"2016-11\"",
                        "\"as_of\" : \"2016-12-20\"",
                        "\"open_days\" : 19",
                        "\"revenue_by_tariff\"",
                        "\"balances\"",
                        "\"payments\"");
    }

    @Test
    void nothingTellsWhoTheChildrenAre() throws IOException {
        List<String> told = Stream.of("table", "csv", "json")
                .map(format -> done(DECEMBER, "report", "month", "2016-11", "--format", format)
                        .out())
                .toList();
        assertThat(told).noneMatch(text -> text.contains("E0002") || text.contains("Charlotte"));
        done(DECEMBER, "report", "month", "2016-11", "-o", "november.pdf");
        assertThat(PrintedText.pages(content("november.pdf")))
                .noneMatch(text -> text.contains("E0002") || text.contains("Charlotte"));
    }

    @Test
    void aMonthOfNothingIsStillAReport() throws IOException {
        ClerkAtWork.Answer answer = done(DECEMBER, "report", "month", "2015-07", "--format", "csv");
        assertThat(answer.lines()).contains("month;open-days;;;", "month;children;;0;", "document;invoice;;0;0.00");
        assertThat(answer.err()).contains("2014-2015 is not loaded", "2015-07: no document was issued for this month");
        done(DECEMBER, "report", "month", "2015-07", "-o", "july.pdf");
        assertThat(PrintedText.pages(content("july.pdf"))).anyMatch(text -> text.contains("Aucune réservation"));
        done(DECEMBER, "report", "month", "2015-07", "-o", "july");
        assertThat(Files.list(folder.resolve("july"))).hasSize(4);
    }

    @Test
    void theReportOnPaperHasFiguresAndCharts() throws IOException {
        assertThat(done(DECEMBER, "report", "month", "2016-11", "-o", "november.pdf")
                        .err())
                .contains("1 file written, 0 unchanged");
        List<String> pages = PrintedText.pages(content("november.pdf"));
        assertThat(pages.get(0))
                .contains(
                        "Service périscolaire de Valmourin",
                        "Rapport du mois de novembre 2016",
                        "Présences sans réservation 2",
                        "Situation au mardi 20 décembre 2016",
                        "Page 1/" + pages.size());
        assertThat(pages.get(pages.size() - 1))
                .contains(
                        "Réservations par jour – novembre 2016",
                        "A RESTAURANT SCOLAIRE",
                        "Restes à payer au 20/12/2016, par retard",
                        "Aucun encaissement",
                        "Page " + pages.size() + "/" + pages.size());
        byte[] first = content("november.pdf");
        assertThat(done(DECEMBER, "report", "month", "2016-11", "-o", "november.pdf")
                        .err())
                .contains("no file written, 1 unchanged");
        assertThat(content("november.pdf")).isEqualTo(first);
    }

    @Test
    void chartsArePicturesAndStayTheSame() throws IOException {
        byte[] before = clerk.stored();
        assertThat(done(DECEMBER, "report", "month", "2016-11", "-o", "charts", "--dry-run")
                        .err())
                .contains("4 files would be written");
        assertThat(folder.resolve("charts")).doesNotExist();
        done(DECEMBER, "report", "month", "2016-11", "-o", "charts");
        assertThat(Files.list(folder.resolve("charts")))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "2016-11-reservations.png",
                        "2016-11-recettes.png",
                        "2016-11-restes-a-payer.png",
                        "2016-11-encaissements.png");
        assertThat(done(DECEMBER, "report", "month", "2016-11", "-o", "charts").err())
                .contains("no file written, 4 unchanged");
        done(DECEMBER, "report", "month", "2016-11", "-o", "all.png");
        assertThat(ImageIO.read(new ByteArrayInputStream(content("all.png"))).getWidth())
                .isEqualTo(1417);
        done(DECEMBER, "report", "month", "2016-11", "--school", "BOURG", "-o", "bourg");
        assertThat(Files.list(folder.resolve("bourg"))).hasSize(2);
        done(DECEMBER, "report", "month", "2016-11", "-o", "figures.csv");
        assertThat(content("figures.csv")).asString().startsWith("section;key;label;count;amount");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void whatNamesNothingIsRefused() {
        assertThat(clerk.at(DECEMBER, "report", "month", "2016-11", "--activity", "X")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.at(DECEMBER, "report", "month", "2016-11", "--school", "X")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(clerk.at(DECEMBER, "report", "month", "2016-13").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(clerk.at(DECEMBER, "report", "month").exit()).isEqualTo(ExitCode.USAGE);
    }

    private byte[] content(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
