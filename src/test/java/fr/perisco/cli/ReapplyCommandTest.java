package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calendar moves after weeks were booked: Tuesdays and Thursdays at the canteen, in November 2016. */
class ReapplyCommandTest {
    private static final String HEADER = "child;activity;unit;date;change;booked_by;family;child_name;reason";
    private static final String OCTOBER = "2016-10-14T09:00";
    private static final String NOVEMBER_8 = "2016-11-08T10:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTuesdaysAndThursdays() {
        office = TestOffice.withFamilies(folder);
        office.write("registrations.csv", """
                child;activity;from;to;family
                E0001;CANTINE;2016-11-03;2017-07-07;
                E0002;CANTINE;2016-11-03;2017-07-07;
                E0003;MERCREDI;2016-11-03;2017-07-07;
                E0004;MERCREDI;2016-11-03;2017-07-07;
                """);
        office.done("import", "registrations", "registrations.csv");
        week("E0001", "CANTINE", "REPAS", "tue,thu");
    }

    private void week(String child, String activity, String unit, String days) {
        office.done(
                "--now",
                OCTOBER,
                "reservation",
                "week",
                child,
                activity,
                "--unit",
                unit,
                "--days",
                days,
                "--from",
                "2016-11-14",
                "--to",
                "2016-11-30");
    }

    private void closures(String... rows) {
        office.write("moved/closures.csv", "from;to;scope;effect;reason\n" + String.join("\n", rows) + "\n");
        office.done("setup", "load", "moved");
    }

    private void units(String before, String after) throws IOException {
        String units = Files.readString(Path.of(TestOffice.sample("setup/units.csv")));
        assertThat(units).contains(before);
        office.write("moved/units.csv", units.replace(before, after));
        office.done("setup", "load", "moved");
    }

    private List<String> reapply(String moment, String... more) {
        List<String> args = new ArrayList<>(List.of("--now", moment, "--format", "csv", "reservation", "reapply"));
        args.addAll(List.of(more));
        List<String> lines = office.done(args.toArray(String[]::new)).outLines();
        assertThat(lines).first().isEqualTo(HEADER);
        return lines.stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> String.join(" ", cells[0], cells[2], cells[3], cells[4], cells[5]))
                .toList();
    }

    private List<String> booked() {
        return office.rows("select day_on || ' ' || child from reservation where state = 'booked' order by 1");
    }

    private void verified() {
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void aStrikeDayIsTakenBackHoweverItWasBooked() {
        office.done("--now", OCTOBER, "reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-17");
        closures("2016-11-17;2016-11-17;school;closed;strike");
        assertThat(reapply("2016-11-16T10:00", "--yes"))
                .containsExactly("E0001 REPAS 2016-11-17 taken-back rule", "E0002 REPAS 2016-11-17 taken-back hand");
        assertThat(booked())
                .containsExactly("2016-11-15 E0001", "2016-11-22 E0001", "2016-11-24 E0001", "2016-11-29 E0001");
        assertThat(office.rows("select count(*) from reservation where state like 'cancelled%'"))
                .containsExactly("0");
        verified();
    }

    @Test
    void aRehearsalShowsTheSameAndKeepsNothing() {
        closures("2016-11-17;2016-11-17;school;closed;strike");
        byte[] before = office.database();
        List<String> shown = reapply(NOVEMBER_8, "--dry-run");
        assertThat(office.database()).isEqualTo(before);
        assertThat(reapply(NOVEMBER_8, "--yes")).isEqualTo(shown);
        byte[] after = office.database();
        assertThat(reapply(NOVEMBER_8, "--yes")).isEmpty();
        assertThat(office.database()).isEqualTo(after);
    }

    @Test
    void withoutATerminalItMustBeConfirmed() {
        closures("2016-11-17;2016-11-17;school;closed;strike");
        byte[] before = office.database();
        Answer answer = office.run("--now", NOVEMBER_8, "reservation", "reapply");
        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.out()).contains("2016-11-17", "taken_back", "1 taken back unbilled", "1 child touched");
        assertThat(office.run("--now", NOVEMBER_8, "reservation", "reapply", "--days")
                        .out())
                .contains("2016-11-17", "taken-back");
        assertThat(answer.err()).contains("Book no day and take back 1, for 1 child?", "--yes");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void withNothingToDoNobodyIsAsked() {
        Answer answer = office.done("--now", NOVEMBER_8, "reservation", "reapply");
        assertThat(answer.out()).contains("nothing to do");
    }

    @Test
    void aDayThatOpensAgainIsBookedByTheRule() {
        closures("2016-11-17;2016-11-17;school;closed;strike", "2016-11-24;2016-11-24;school;closed;strike");
        reapply(NOVEMBER_8, "--yes");
        closures();
        assertThat(reapply("2016-11-16T10:00", "--yes"))
                .containsExactly("E0001 REPAS 2016-11-17 too-late rule", "E0001 REPAS 2016-11-24 booked rule");
        assertThat(booked()).contains("2016-11-24 E0001").doesNotContain("2016-11-17 E0001");
        verified();
    }

    @Test
    void whatWasCancelledByHandStaysCancelled() {
        office.done("--now", OCTOBER, "reservation", "cancel", "E0001", "CANTINE", "REPAS", "2016-11-24");
        closures("2016-11-24;2016-11-24;school;closed;strike");
        assertThat(reapply(NOVEMBER_8, "--yes")).isEmpty();
        closures();
        assertThat(reapply(NOVEMBER_8, "--yes")).isEmpty();
        assertThat(booked()).doesNotContain("2016-11-24 E0001");
    }

    @Test
    void aDayOfTheWeekThatMovesTakesTheBookingsWithIt() throws IOException {
        office.write("registrations.csv", """
                child;activity;from;to;family
                E0001;ACCUEILS;2016-11-03;2017-07-07;
                """);
        office.done("import", "registrations", "registrations.csv");
        week("E0001", "ACCUEILS", "APTAP", "tue,thu");
        units("Accueil après TAP;thu;", "Accueil après TAP;tue;");
        assertThat(reapply(NOVEMBER_8, "--from", "2016-11-21", "--yes"))
                .containsExactly(
                        "E0001 APTAP 2016-11-22 booked rule",
                        "E0001 APTAP 2016-11-24 taken-back rule",
                        "E0001 APTAP 2016-11-29 booked rule");
        assertThat(reapply(NOVEMBER_8, "--from", "2016-11-17", "--yes"))
                .containsExactly("E0001 APTAP 2016-11-17 taken-back rule");
        verified();
    }

    @Test
    void onTheDayItselfOnlyTheDaysAfterAreLookedAt() {
        closures("2016-11-17;2016-11-17;school;closed;strike");
        assertThat(reapply("2016-11-17T08:00", "--dry-run")).isEmpty();
        assertThat(reapply("2016-11-17T08:00", "--from", "2016-11-17", "--dry-run"))
                .hasSize(1);
    }

    @Test
    void fullUnitsWaitAndNobodyWaitsForAClosedDay() throws IOException {
        units("wed;school;20;", "wed;school;1;");
        week("E0003", "MERCREDI", "DEMI", "wed");
        week("E0004", "MERCREDI", "DEMI", "wed");
        closures("2016-11-23;2016-11-23;MERCREDI;closed;training");
        assertThat(reapply(NOVEMBER_8, "--yes"))
                .containsExactly("E0003 DEMI 2016-11-23 taken-back rule", "E0004 DEMI 2016-11-23 withdrawn rule");
        closures();
        assertThat(reapply(NOVEMBER_8, "--yes"))
                .containsExactly("E0003 DEMI 2016-11-23 booked rule", "E0004 DEMI 2016-11-23 waiting rule");
        verified();
    }

    @Test
    void aDayThatClosedAndOpenedAgainBeforeAnybodyLookedStaysAsItWas() throws IOException {
        units("wed;school;20;", "wed;school;1;");
        office.done("--now", OCTOBER, "reservation", "add", "E0004", "MERCREDI", "DEMI", "2016-11-23");
        week("E0003", "MERCREDI", "DEMI", "wed");
        office.done("--now", OCTOBER, "reservation", "cancel", "E0004", "MERCREDI", "DEMI", "2016-11-23");
        assertThat(booked()).contains("2016-11-23 E0003");
        office.done("--now", OCTOBER, "reservation", "add", "E0004", "MERCREDI", "DEMI", "2016-11-23");
        units("wed;school;20;", "tue;school;1;");
        units("wed;school;20;", "wed;school;1;");
        assertThat(reapply(NOVEMBER_8, "--yes")).isEmpty();
        assertThat(booked()).contains("2016-11-23 E0003");
    }

    @Test
    void theClerkWhoLoadsASetupIsToldWhatToDoNext() {
        office.write("moved/closures.csv", "from;to;scope;effect;reason\n2016-11-17;2016-11-17;school;closed;strike\n");
        assertThat(office.done("setup", "load", "moved").err())
                .contains("reservation reapply --from 2016-11-17 --dry-run");
        assertThat(office.done("setup", "load", "moved").err()).isEmpty();
    }

    @Test
    void aMonthThatIsInvoicedIsSettledWithTheNextInvoice() {
        office.done("--now", "2016-12-01T09:00", "invoice", "run", "2016-11");
        closures("2016-11-17;2016-11-17;school;closed;strike");
        reapply("2016-12-02T09:00", "--from", "2016-11-17", "--yes");
        assertThat(office.rows("select month from month_to_adjust")).containsExactly("201611");
        verified();
    }

    @Test
    void whatWasBookedByHandAndClosedIsListedWhenTheDayOpensAgain() {
        office.done("--now", NOVEMBER_8, "reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-17");
        closures("2016-11-17;2016-11-17;school;closed;strike");
        reapply(NOVEMBER_8, "--yes");
        closures();

        Answer answer = office.done("--now", NOVEMBER_8, "reservation", "reapply", "--yes", "--days");
        assertThat(answer.out()).contains("not-restored", "perisco reservation add");
        assertThat(answer.err()).contains("1 day taken back when a day closed");
        office.done("--now", NOVEMBER_8, "reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-17");
        assertThat(office.done("--now", NOVEMBER_8, "reservation", "reapply", "--yes")
                        .out())
                .contains("nothing to do");
        verified();
    }
}
