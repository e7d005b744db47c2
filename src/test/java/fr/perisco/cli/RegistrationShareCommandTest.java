package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two families pay for one registration of E0010, whom both F0009 (quotient 890: 1.20 an evening) and F0010 (quotient 1620: 1.90)
 * bring up. In November 2016 it comes on four evenings of even ISO weeks and four of odd ones.
 */
class RegistrationShareCommandTest {
    private static final String DECEMBER = "2016-12-01T08:00";
    private static final String LATER = "2016-12-05T08:00";
    private static final String JANUARY = "2017-01-02T08:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void found() {
        office = TestOffice.booked(folder);
    }

    private TestOffice.Answer share(String... options) {
        List<String> args = new ArrayList<>(List.of("registration", "share", "E0010", "ACCUEILS"));
        args.addAll(List.of(options));
        return office.run(args.toArray(String[]::new));
    }

    /** What the evenings are billed: family, quantity, price and month. */
    private List<String> evenings(String month, String moment) {
        return office
                .done("--now", moment, "invoice", "preview", month, "--lines", "--format", "csv")
                .outLines()
                .stream()
                .filter(line -> line.contains(";E0010;ACCUEILS;"))
                .map(line -> line.split(";"))
                .filter(fields -> fields[4].equals("2016-11"))
                .map(fields -> fields[10] + " " + fields[6] + " x " + fields[7])
                .toList();
    }

    @Test
    void oneFamilyPaysTheEvenWeeks() {
        assertThat(evenings("2016-11", DECEMBER)).containsExactly("F0009 8 x 1.20");
        assertThat(share("--with", "F0010", "--share", "even").exit()).isZero();
        assertThat(evenings("2016-11", DECEMBER)).containsExactly("F0009 4 x 1.20", "F0010 4 x 1.90");
        assertThat(office.done("registration", "list", "--child", "E0010", "--activity", "ACCUEILS", "--format", "csv")
                        .outLines())
                .last()
                .asString()
                .contains(";F0010;even;2016-");
    }

    @Test
    void aPartOfEachDayIsPaidAtEachFamilysOwnPrice() {
        assertThat(share("--with", "F0010", "--share", "40").exit()).isZero();
        assertThat(evenings("2016-11", DECEMBER)).containsExactly("F0009 8 x 0.72", "F0010 8 x 0.76");
        office.done("--now", DECEMBER, "-q", "invoice", "run", "2016-11");
        String number = office.done("invoice", "list", "--family", "F0010", "--month", "2016-11", "--format", "csv")
                .outLines()
                .get(1)
                .split(";")[0];
        assertThat(office.done("invoice", "explain", number, "--format", "csv").outLines())
                .filteredOn(line -> line.contains(";ACCUEILS;SOIR;"))
                .hasSize(8)
                .allMatch(line -> line.contains(";1.90 x 40% = 0.76;") && line.endsWith(";40;;"));
        office.done("db", "verify");
        TestOffice.Answer quote =
                office.done("tariff", "quote", "E0010", "ACCUEILS", "SOIR", "2016-11-03", "--family", "F0010");
        assertThat(quote.out()).contains("F0010 pays 40 % of €1.90: €0.76");
    }

    @Test
    void fromALaterDayTheyMayAgreeOtherwise() {
        assertThat(share("--with", "F0010", "--share", "impaires").exit()).isZero();
        assertThat(share("--alone", "--from", "2016-11-21").exit()).isZero();
        assertThat(evenings("2016-11", DECEMBER)).containsExactly("F0009 6 x 1.20", "F0010 2 x 1.90");
    }

    @Test
    void whatIsInvoicedAlreadyIsCorrectedForBoth() {
        office.done("--now", DECEMBER, "-q", "invoice", "run", "2016-11");
        assertThat(share("--now", LATER, "--with", "F0010", "--share", "even", "--from", "2016-11-03")
                        .exit())
                .isZero();
        assertThat(evenings("2016-12", JANUARY)).containsExactly("F0009 -4 x 1.20", "F0010 4 x 1.90");
        office.done("--now", JANUARY, "-q", "invoice", "run", "2016-12");
        assertThat(evenings("2017-01", "2017-02-01T08:00")).isEmpty();
        office.done("db", "verify");
    }

    @Test
    void aDayThatChangesAfterTheInvoiceIsCorrectedForWhoeverPaysIt() {
        assertThat(share("--with", "F0010", "--share", "even").exit()).isZero();
        office.done("--now", DECEMBER, "-q", "invoice", "run", "2016-11");
        for (String day : List.of("2016-11-14", "2016-11-21")) {
            office.done("--now", LATER, "reservation", "cancel", "E0010", "ACCUEILS", "SOIR", day, "--waive", "sortie");
        }
        assertThat(evenings("2016-12", JANUARY)).containsExactly("F0009 -1 x 1.20", "F0010 -1 x 1.90");
    }

    @Test
    void whoPaysADayNobodyDecidedWaitsForIt() {
        assertThat(share("--with", "F0010", "--share", "even").exit()).isZero();
        office.write(
                "asked.csv",
                "submitted_at;login;child;activity;unit;date;action\n"
                        + "2016-10-14T08:00;claire.fontarede@example.org;E0010;ACCUEILS;SOIR;2016-11-14;cancel\n");
        office.done("import", "requests", "asked.csv");
        assertThat(office.run("--now", DECEMBER, "invoice", "check", "2016-11", "--format", "csv")
                        .outLines())
                .filteredOn(line -> line.startsWith("blocks;"))
                .extracting(line -> line.split(";")[1])
                .containsExactly("F0009", "F0010");
    }

    @Test
    void aSecondFamilyLeftOutOfAnInvoicedMonthIsNamed() {
        office.done("--now", DECEMBER, "-q", "invoice", "run", "2016-11");
        assertThat(share("--now", LATER, "--with", "F0010", "--share", "even", "--from", "2016-11-03")
                        .exit())
                .isZero();
        String number = office.done("invoice", "list", "--family", "F0010", "--month", "2016-11", "--format", "csv")
                .outLines()
                .get(1)
                .split(";")[0];
        office.done("--now", LATER, "invoice", "credit", number, "--reason", "x");
        assertThat(office.run("--now", JANUARY, "invoice", "check", "2016-12", "--format", "csv")
                        .outLines())
                .anyMatch(line -> line.startsWith("warns;F0010;anomaly.never-invoiced;"))
                .noneMatch(line -> line.startsWith("warns;F0009;anomaly.never-invoiced;"));
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(share("--with", "F0010", "--share", "33.33").exit()).isZero();
        byte[] before = office.database();
        assertThat(share("--with", "F0010", "--share", "33,33 %").out()).contains("nothing to do");
        assertThat(share("--with", "F0010", "--share", "50", "--dry-run").exit())
                .isZero();
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.rows("SELECT before, after FROM audit_change WHERE field = 'share'"))
                .containsExactly("null|F0010 33.33 2016-11-03");
    }

    @Test
    void whoCannotPayIsRefused() {
        assertThat(share("--with", "F0001", "--share", "even").err()).contains("not a family of child E0010");
        assertThat(share("--with", "F0009", "--share", "even").err()).contains("pays for the registration");
        assertThat(share("--with", "F9999", "--share", "even").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(share("--with", "F0010", "--share", "even", "--from", "2018-01-01")
                        .err())
                .contains("no accepted registration");
        for (String wrong : List.of("100", "0", "0.001", "all", "deux")) {
            assertThat(share("--with", "F0010", "--share", wrong).exit()).isEqualTo(ExitCode.USAGE);
        }
        assertThat(share("--with", "F0010").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(share().exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theFileOfRegistrationsNamesTheSecondFamily() {
        office.write(
                "shared.csv",
                "child;activity;from;to;family;second_family;second_share\n"
                        + "E0010;ACCUEILS;2016-11-03;2017-07-07;F0009;F0010;paires\n");
        TestOffice.Answer answer = office.done("import", "registrations", "shared.csv", "--diff");
        assertThat(answer.out()).contains("F0010 even");
        assertThat(evenings("2016-11", DECEMBER)).containsExactly("F0009 4 x 1.20", "F0010 4 x 1.90");
        byte[] before = office.database();
        office.done("import", "registrations", "shared.csv");
        assertThat(office.database()).isEqualTo(before);

        office.write(
                "wrong.csv",
                "child;activity;from;to;family;second_family;second_share\n"
                        + "E0010;ACCUEILS;2016-11-03;2017-07-07;F0009;F0001;40\n"
                        + "E0010;ACCUEILS;2016-11-03;2017-07-07;F0009;F0010;\n"
                        + "E0010;ACCUEILS;2016-11-03;2017-07-07;F0009;F0010;120\n");
        assertThat(office.run("import", "registrations", "wrong.csv").errLines())
                .extracting(line -> line.replaceAll(": .*", ""))
                .startsWith("wrong.csv:2:6", "wrong.csv:3:7", "wrong.csv:4:7");
    }

    @Test
    void theSecondFamilyMayAskForDaysToo() {
        assertThat(share("--with", "F0010", "--share", "even").exit()).isZero();
        office.write(
                "asked.csv",
                "submitted_at;login;child;activity;unit;date;action\n"
                        + "2016-10-14T08:00;arnaud.peyronnet@example.org;E0010;ACCUEILS;SOIR;2016-11-14;cancel\n");
        office.done("import", "requests", "asked.csv");
        office.done("reservation", "process");
        assertThat(evenings("2016-11", DECEMBER)).containsExactly("F0009 4 x 1.20", "F0010 3 x 1.90");
    }

    @Test
    void whoPaysFromWhenIsShownOnBothSidesAndHandedOut() {
        assertThat(share("--with", "F0010", "--share", "even", "--from", "2016-11-14")
                        .exit())
                .isZero();
        for (String moment : List.of("2016-10-20T10:00", "2016-11-20T10:00")) {
            assertThat(office.done("--now", moment, "registration", "list", "--family", "F0010", "--format", "csv")
                            .outLines())
                    .anyMatch(line ->
                            line.startsWith("E0010;ACCUEILS;2016-11-03;") && line.endsWith(";F0010;even;2016-11-14"));
            assertThat(office.done("--now", moment, "child", "show", "E0010").out())
                    .contains("F0010          even          2016-11-14");
        }
        office.done("family", "export", "F0010", "-o", "out");
        assertThat(office.text("out/F0010.json"))
                .containsSubsequence("\"shares\"", "\"E0010\"", "\"2016-11-14\"", "\"F0010\"", "\"even\"");
    }
}
