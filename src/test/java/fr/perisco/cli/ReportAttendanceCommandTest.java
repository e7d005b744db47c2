package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The roll of Monday 14 November 2016 at the canteen: E0002 Vernalet Charlotte is in CE1 A of BOURG. */
class ReportAttendanceCommandTest {
    private static final String DAY = "2016-11-14";
    private static final String CHARLOTTE =
            "2016-11-14;CANTINE;REPAS;BOURG;CE1 A;E0002;Vernalet Charlotte;;%s;%s;no;no";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    private Answer roll(String... more) {
        List<String> args = new ArrayList<>(List.of("--now", "2016-11-25T10:00", "--format", "csv"));
        args.addAll(List.of("report", "attendance", "--activity", "CANTINE"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    private String printed(String file) throws IOException {
        return String.join("\n", PrintedText.pages(office.content(file)));
    }

    private void record(String child, String status) {
        office.done(
                "--now",
                "2016-11-25T10:00",
                "attendance",
                "record",
                child,
                "CANTINE",
                "REPAS",
                DAY,
                "--status",
                status);
    }

    @Test
    void theListNamesWhoIsExpectedBySchoolClassAndName() {
        List<String> lines = roll("--date", DAY, "--school", "BOURG").outLines();
        assertThat(lines)
                .startsWith("date;activity;unit;school;class;child;name;diet;attendance;expected;pai;allergy")
                .contains(CHARLOTTE.formatted("", "yes"))
                .hasSize(243);
        assertThat(roll("--date", DAY, "--school", "BOURG", "--class", "ce1 a").outLines())
                .hasSizeBetween(10, 30)
                .allMatch(line -> line.startsWith("date;") || line.contains(";CE1 A;"));
        assertThat(office.done("report", "attendance", "--date", DAY, "--activity", "CANTINE")
                        .outLines())
                .last()
                .asString()
                .contains("476");
    }

    @Test
    void whoCancelledLateIsNotExpectedAndWhoCameAllTheSameIsNamedApart() throws IOException {
        office.done("--now", "2016-11-13T10:00", "reservation", "cancel", "E0002", "CANTINE", "REPAS", DAY, "--late");
        assertThat(roll("--date", DAY, "--school", "BOURG").out()).doesNotContain(";E0002;");
        record("E0002", "present");
        assertThat(roll("--date", DAY, "--school", "BOURG").outLines()).contains(CHARLOTTE.formatted("present", "no"));
        roll("--date", DAY, "--school", "BOURG", "--class", "CE1 A", "-o", "sheet.pdf");
        assertThat(printed("sheet.pdf")).containsSubsequence("Venus sans réservation", "Vernalet Charlotte");
    }

    @Test
    void whoWaitsForAPlaceIsNotOnTheRoll() {
        List<String> waiting =
                office.rows("select child from reservation where state = 'waiting' and day_on = '2016-11-16'"
                        + " and unit = 'JOURNEE'");
        assertThat(waiting).isNotEmpty();
        String roll = office.done("--format", "csv", "report", "attendance", "--date", "2016-11-16")
                .out();
        assertThat(roll).contains(";MERCREDI;JOURNEE;");
        assertThat(roll.lines().filter(line -> line.contains(";JOURNEE;")))
                .hasSize(40)
                .noneMatch(line -> line.contains(";" + waiting.get(0) + ";"));
    }

    @Test
    void attendanceThatIsRecordedIsSaid() throws IOException {
        record("E0002", "absent");
        assertThat(roll("--date", DAY).outLines()).contains(CHARLOTTE.formatted("absent", "yes"));
        roll("--date", DAY, "--school", "BOURG", "--class", "CE1 A", "-o", "sheet.pdf");
        assertThat(printed("sheet.pdf")).containsPattern("Vernalet Charlotte[^X]*X");
    }

    @Test
    void aSheetSaysWhatCarersMustKnowAndNothingElse() throws IOException {
        roll("--date", DAY, "--school", "BOURG", "--class", "CE1 A", "-o", "sheet.pdf");
        assertThat(printed("sheet.pdf"))
                .contains(
                        "École primaire du Bourg – CE1 A",
                        "lundi 14 novembre 2016",
                        "RESTAURANT SCOLAIRE – Repas",
                        "Vernalet Charlotte M. 06 39 98 41 04 – Mme 06 39 98 00 14")
                .doesNotContain("rue de", "24696", "@", "1184", "2009", "E0002", "F0002");
    }

    @Test
    void schoolAndClassAreThoseOfTheDay() {
        String families = office.text(TestOffice.sample("families.csv"))
                .lines()
                .filter(line -> line.startsWith("family;") || line.startsWith("F0002;"))
                .map(line -> line.replace(";BOURG;CE1 A;", ";MOULIN;CE1 B;"))
                .reduce("", (all, line) -> all + line + "\n");
        office.write("families.csv", families);
        office.done("--now", "2016-11-17T08:00", "import", "families", "families.csv");
        assertThat(roll("--from", "2016-11-15", "--to", "2016-11-18").outLines())
                .contains("2016-11-15;CANTINE;REPAS;BOURG;CE1 A;E0002;Vernalet Charlotte;;;yes;no;no")
                .contains("2016-11-17;CANTINE;REPAS;MOULIN;CE1 B;E0002;Vernalet Charlotte;;;yes;no;no");
    }

    @Test
    void aWeekIsASheetAClassWithAColumnADay() throws IOException {
        roll("--week", "2016-11-16", "--school", "BOURG", "--class", "CE1 A", "-o", "week.pdf");
        assertThat(PrintedText.pages(office.content("week.pdf")))
                .singleElement()
                .asString()
                .contains("du lundi 14 novembre au vendredi 18 novembre 2016", "lun. 14", "jeu. 17", "ven. 18");
    }

    @Test
    void aFolderHoldsAFileASheetAndTheSameAgainChangesNothing() {
        Answer first = roll("--date", DAY, "--school", "BOURG", "-o", "sheets");
        assertThat(first.err()).contains("16 sheets: 16 files written");
        assertThat(office.files())
                .contains("sheets/2016-11-14-cantine-repas-bourg-ce1-a.pdf")
                .hasSize(16);
        assertThat(roll("--date", DAY, "--school", "BOURG", "-o", "sheets").err())
                .contains("no file written, 16 unchanged");
        assertThat(roll("--week", DAY, "--school", "BOURG", "-o", "others", "--dry-run")
                        .err())
                .contains("16 files would be written");
        assertThat(office.files()).hasSize(16);
    }

    @Test
    void theSameSheetsGiveTheSameBytes() {
        roll("--date", DAY, "-o", "one.pdf");
        roll("--date", DAY, "-o", "two.pdf");
        assertThat(office.content("one.pdf")).isEqualTo(office.content("two.pdf"));
    }

    @Test
    void aDayOnWhichNobodyIsExpectedHasNoSheet() {
        assertThat(roll("--date", "2016-11-13", "-o", "sunday.pdf").err()).contains("nobody is expected then");
        assertThat(roll("--date", "2016-11-13", "-o", "sunday").exit()).isZero();
        assertThat(office.files()).isEmpty();
        assertThat(roll("--date", DAY, "--school", "BOURG", "--class", "XYZ").exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(roll("--unit", "NOTHING").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(roll("--date", DAY, "--month", "2016-11").err()).contains("give one of --date, --week");
    }
}
