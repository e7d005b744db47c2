package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registering, and ending registrations, at the desk and by a file. */
class RegistrationCommandTest {
    /** Monday 5 December 2016: 8 December can be cancelled before 09:00. */
    private static final String IN_TIME = "2016-12-05T08:59:59";

    private static final String LATE = "2016-12-05T09:00:00";

    @TempDir
    Path folder;

    private ClerkAtWork clerk;

    @BeforeEach
    void openTheOffice() throws IOException {
        clerk = new ClerkAtWork(folder);
    }

    private List<String> days(String child, String activity) {
        return clerk.asks("--format", "csv", "reservation", "list", "--child", child, "--activity", activity)
                .lines();
    }

    private List<String> registrations(String child) {
        return clerk.asks("--format", "csv", "registration", "list", "--child", child)
                .lines();
    }

    private String billed(String child, String label) {
        return clerk.at("2017-01-02T08:00", "--format", "csv", "invoice", "preview", "2016-12", "--lines")
                .out()
                .lines()
                .filter(line -> line.contains(";" + child + ";") && line.contains(";" + label + ";"))
                .map(line -> line.split(";", -1)[6])
                .findFirst()
                .orElse("0");
    }

    private ClerkAtWork.Answer end(String moment, String child, String activity, String on, String... more) {
        String[] args = {"--format", "csv", "registration", "end", child, activity, "--on", on};
        String[] all = new String[args.length + more.length];
        System.arraycopy(args, 0, all, 0, args.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return clerk.at(moment, all);
    }

    private void requireSound() {
        assertThat(clerk.asks("db", "verify").exit()).isZero();
    }

    @Test
    void daysInTimeAreTakenBackAndLateOnesStayBilledWithoutAMealBeingKept() {
        ClerkAtWork.Answer answer = end(LATE, "E0002", "CANTINE", "2016-12-05");

        assertThat(answer.exit()).isZero();
        assertThat(answer.lines())
                .containsExactly("unit;taken_back;stay_billed;waived;withdrawn;label", "REPAS;90;2;0;0;Repas");
        assertThat(answer.err()).contains("rather than Fri 2017-07-07", "2 days past their deadline stay billed");
        assertThat(days("E0002", "CANTINE").stream()
                        .filter(line -> line.contains(";2016-12") || line.contains(";2017")))
                .map(line -> line.substring(0, line.indexOf(";;")))
                .containsExactly(
                        "E0002;CANTINE;REPAS;2016-12-01;booked",
                        "E0002;CANTINE;REPAS;2016-12-02;booked",
                        "E0002;CANTINE;REPAS;2016-12-05;booked",
                        "E0002;CANTINE;REPAS;2016-12-06;cancelled-late",
                        "E0002;CANTINE;REPAS;2016-12-08;cancelled-late");
        assertThat(billed("E0002", "Repas")).isEqualTo("5");
        requireSound();
    }

    @Test
    void theDeadlineForCancellingIsExclusive() {
        assertThat(end(IN_TIME, "E0002", "CANTINE", "2016-12-05").out()).contains("REPAS;91;1;0;0;Repas");
    }

    @Test
    void theDeadlineIsTheOneForCancellingNotTheOneForAdding() {
        clerk.at("2017-02-01T10:00", "reservation", "add", "E0002", "VACANCES", "JOURNEE", "2017-02-22", "2017-02-27");

        assertThat(end("2017-02-17T10:00", "E0002", "VACANCES", "2017-02-21").out())
                .contains("JOURNEE;1;1;0;0;");
    }

    @Test
    void aWaiverBillsNoneAndSaysWhyInTheAuditTrail() throws SQLException {
        assertThat(end(LATE, "E0002", "CANTINE", "2016-12-05", "--waive", "moved away")
                        .out())
                .contains("REPAS;90;0;2;0;Repas");
        assertThat(billed("E0002", "Repas")).isEqualTo("3");
        try (Connection connection = clerk.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT kind || ': ' || reason FROM act ORDER BY id DESC LIMIT 1")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("registration end: moved away");
        }
        requireSound();
    }

    @Test
    void lateDaysCanBeWaivedAfterwards() {
        end(LATE, "E0002", "CANTINE", "2016-12-05");
        ClerkAtWork.Answer answer = end(LATE, "E0002", "CANTINE", "2016-12-05", "--waive", "moved away");

        assertThat(answer.out()).contains("REPAS;0;0;2;0;Repas");
        assertThat(answer.err()).contains("ends on Mon 2016-12-05 already; this became of");
        assertThat(billed("E0002", "Repas")).isEqualTo("3");
    }

    @Test
    void aRehearsalSaysTheSameAndChangesNothing() throws IOException {
        byte[] before = clerk.stored();
        assertThat(end(LATE, "E0002", "CANTINE", "2016-12-05", "--dry-run").out())
                .contains("REPAS;90;2;0;0;Repas");
        assertThat(clerk.at(LATE, "registration", "add", "E0036", "ACCUEILS", "--dry-run")
                        .exit())
                .isZero();
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void endingTwiceOnOneDayDoesNothingTheSecondTime() throws IOException {
        end(LATE, "E0002", "CANTINE", "2016-12-05");
        byte[] before = clerk.stored();
        ClerkAtWork.Answer again = end("2016-12-05T11:00", "E0002", "CANTINE", "2016-12-05");

        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("nothing to do");
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void aRegistrationCannotEndBeforeItBegins() {
        ClerkAtWork.Answer answer = end(LATE, "E0002", "CANTINE", "2016-11-02");
        assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("begins on Thu 2016-11-03");
    }

    @Test
    void aLaterDayProlongsAsFarAsTheActivityLasts() {
        end(LATE, "E0001", "CANTINE", "2016-12-16");

        assertThat(registrations("E0001").get(1)).startsWith("E0001;CANTINE;2016-11-03;2016-12-16;F0001;accepted;");
        assertThat(clerk.at(LATE, "reservation", "add", "E0001", "CANTINE", "REPAS", "2016-12-16")
                        .exit())
                .isZero();
        assertThat(end(LATE, "E0001", "CANTINE", "2017-07-08").exit()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aRegistrationIsNotProlongedOverAnotherOfTheSameFamily() {
        clerk.at(LATE, "registration", "add", "E0001", "CANTINE", "--from", "2017-01-03");
        ClerkAtWork.Answer answer = end(LATE, "E0001", "CANTINE", "2016-12-30");
        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).contains("another registration for CANTINE, from Tue 2017-01-03");
        assertThat(end(LATE, "E0001", "CANTINE", "2017-01-03").lines()).contains("REPAS;0;0;0;0;Repas");
        assertThat(registrations("E0001")).hasSize(3).last().asString().contains(";2017-01-03;2017-01-03;");
    }

    @Test
    void whenTwoFamiliesPayTheOneToEndIsNamed() {
        ClerkAtWork.Answer unnamed = end(LATE, "E0010", "VACANCES", "2016-12-14");
        assertThat(unnamed.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(unnamed.err()).contains("F0009, F0010");

        ClerkAtWork.Answer named = end(LATE, "E0010", "VACANCES", "2016-12-14", "--family", "F0010");
        assertThat(named.exit()).isZero();
        assertThat(named.err()).contains("another registration for VACANCES");
        assertThat(registrations("E0010"))
                .anyMatch(line -> line.startsWith("E0010;VACANCES;2016-11-03;2017-08-31;F0009;"))
                .anyMatch(line -> line.startsWith("E0010;VACANCES;2016-11-03;2016-12-14;F0010;"));
    }

    @Test
    void waitingPlacesAfterTheEndAreWithdrawnAndBookedOnesGoToThoseWhoWait() {
        assertThat(end(LATE, "E0425", "MERCREDI", "2017-03-01").out()).contains("JOURNEE;8;0;0;8;");
        assertThat(days("E0425", "MERCREDI")).noneMatch(line -> line.contains(";2017-03-08;"));

        String full = "2017-05-31";
        assertThat(clerk.at(LATE, "reservation", "add", "E0428", "MERCREDI", "JOURNEE", full)
                        .out())
                .contains("already-waiting");
        String leaves = clerk.asks(
                        "--format",
                        "csv",
                        "reservation",
                        "list",
                        "--activity",
                        "MERCREDI",
                        "--unit",
                        "JOURNEE",
                        "--from",
                        full,
                        "--to",
                        full,
                        "--state",
                        "booked")
                .lines()
                .get(1)
                .split(";", -1)[0];
        assertThat(end(LATE, leaves, "MERCREDI", "2017-05-24").err())
                .contains("E0428 is booked for MERCREDI JOURNEE on Wed 2017-05-31");
        assertThat(clerk.at(LATE, "reservation", "add", "E0428", "MERCREDI", "JOURNEE", full)
                        .out())
                .contains(" already-booked ");
    }

    @Test
    void aCancellationThatTheFamilyAskedForInTimeIsTakenBack() throws SQLException {
        try (Connection connection = clerk.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO day_request (id, registration_id, unit_id, day_on, action, submitted_at, login,"
                            + " state, act_id) SELECT 9999, registration.id, unit.id, '2016-12-08', 'cancel',"
                            + " '2016-12-05T08:50:00', 'frederic.vernalet@example.org', 'requested', 1 FROM registration"
                            + " JOIN child ON child.id = child_id JOIN activity ON activity.id = registration.activity_id"
                            + " JOIN unit ON unit.activity_id = activity.id WHERE child.code = 'E0002'"
                            + " AND activity.code = 'CANTINE'");
        }
        assertThat(end(LATE, "E0002", "CANTINE", "2016-12-05").out()).contains("REPAS;91;1;0;1;Repas");
        assertThat(days("E0002", "CANTINE")).noneMatch(line -> line.contains(";2016-12-08;"));
    }

    @Test
    void aFileThatEndsARegistrationEarlierDoesWhatTheDeskDoes() throws IOException {
        String file = clerk.file(
                "registrations.csv", "child;activity;from;to;family", "E0002;CANTINE;2016-11-03;2016-12-05;");
        ClerkAtWork.Answer imported = clerk.at(LATE, "import", "registrations", file);
        assertThat(imported.exit()).isZero();
        assertThat(imported.err()).contains("90 days taken back, 2 stay billed, 0 requests withdrawn");
        List<String> byFile = days("E0002", "CANTINE");
        byte[] stored = clerk.stored();
        assertThat(clerk.at(LATE, "import", "registrations", file).out()).contains("nothing changed");
        assertThat(clerk.stored()).isEqualTo(stored);

        Path other = Files.createDirectory(folder.resolve("other"));
        clerk = new ClerkAtWork(other);
        end(LATE, "E0002", "CANTINE", "2016-12-05");
        assertThat(days("E0002", "CANTINE")).isEqualTo(byFile);
    }

    @Test
    void aTypicalWeekLoadedAgainBooksNothingAfterTheEnd() {
        end(LATE, "E0002", "CANTINE", "2016-12-05");
        List<String> before = days("E0002", "CANTINE");
        clerk.at(
                LATE,
                "import",
                "weeks",
                Path.of("sample-data/weeks.csv").toAbsolutePath().toString());
        assertThat(days("E0002", "CANTINE")).isEqualTo(before);
    }

    @Test
    void aChildIsRegisteredFromTodayToTheActivitysLastDayUnlessTold() {
        assertThat(clerk.at(LATE, "--format", "csv", "registration", "add", "E0036", "ACCUEILS")
                        .lines())
                .containsExactly(
                        "child;activity;from;to;family;state", "E0036;ACCUEILS;2016-12-05;2017-07-07;F0030;accepted");
        assertThat(clerk.at("2016-10-14T09:00", "--format", "csv", "registration", "add", "E0036", "MERCREDI")
                        .out())
                .contains("E0036;MERCREDI;2016-11-03;2017-07-07;");
        assertThat(clerk.at(LATE, "reservation", "add", "E0036", "ACCUEILS", "MATIN", "2016-12-09")
                        .exit())
                .isZero();
    }

    @Test
    void theSameRegistrationAgainIsNothingToDoEvenOnAnotherDay() throws IOException {
        clerk.at(LATE, "registration", "add", "E0036", "ACCUEILS");
        byte[] before = clerk.stored();
        for (String moment : List.of(LATE, "2017-02-01T10:00")) {
            ClerkAtWork.Answer again = clerk.at(moment, "registration", "add", "E0036", "ACCUEILS");
            assertThat(again.exit()).isZero();
            assertThat(again.out()).contains("nothing to do");
        }
        assertThat(clerk.stored()).isEqualTo(before);
    }

    @Test
    void anotherLastDayIsNotAnAdditionButTheClerkIsToldHow() {
        ClerkAtWork.Answer answer = clerk.at(LATE, "registration", "add", "E0002", "CANTINE", "--to", "2017-03-31");
        assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("perisco registration end E0002 CANTINE --on 2017-03-31");
    }

    @Test
    void whatTheFileWouldRejectIsRefusedAtTheDesk() {
        assertRefused("has the families F0009, F0010", "E0010", "MERCREDI");
        assertRefused("is not a family of child E0010", "E0010", "MERCREDI", "--family", "F0001");
        assertRefused("no family has the code", "E0010", "MERCREDI", "--family", "X");
        assertRefused("no child has the code", "X", "MERCREDI");
        assertRefused("no activity has the code", "E0010", "X");
        assertRefused("runs from Thu 2016-11-03", "E0036", "CANTINE", "--from", "2017-07-08", "--to", "2017-07-09");
        assertThat(clerk.at(
                                LATE,
                                "registration",
                                "add",
                                "E0036",
                                "ACCUEILS",
                                "--from",
                                "2017-02-01",
                                "--to",
                                "2017-01-01")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertRefused("already, for the same family", "E0002", "CANTINE", "--from", "2017-01-03");
    }

    private void assertRefused(String why, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "registration";
        all[1] = "add";
        System.arraycopy(args, 0, all, 2, args.length);
        ClerkAtWork.Answer answer = clerk.at(LATE, all);
        assertThat(answer.exit()).as(String.join(" ", all)).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains(why);
    }

    @Test
    void aFileIsJudgedByTheSameRuleAndEveryFaultIsNamed() throws IOException {
        String file = clerk.file(
                "bad.csv",
                "child;activity;from;to;family",
                "E0010;MERCREDI;2016-11-03;2017-07-07;",
                "E0010;CANTINE;2018-11-03;2018-12-07;F0001",
                "E0002;CANTINE;2017-01-03;2017-07-07;",
                "E0036;ACCUEILS;2016-11-03;2017-07-07;",
                "E0036;ACCUEILS;2016-11-03;2017-07-07;");
        ClerkAtWork.Answer answer = clerk.at(LATE, "import", "registrations", file);
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err().lines().map(line -> line.substring(0, line.indexOf(": "))))
                .containsExactly("bad.csv:2:5", "bad.csv:3:3", "bad.csv:3:5", "bad.csv:4:3", "bad.csv:6:3", "5 faults");
    }

    @Test
    void theListIsNarrowedByWhatScriptsAndClerksAskFor() {
        List<String> all = clerk.asks("--format", "csv", "registration", "list").lines();
        assertThat(all.get(0))
                .isEqualTo(
                        "child;activity;from;to;family;state;child_name;family_name;label;school;reason;second_family;second_share;second_from");
        assertThat(all).hasSize(1 + 1087);
        assertThat(clerk.asks("--format", "csv", "registration", "list", "--school", "BOURG", "--activity", "CANTINE")
                        .lines())
                .hasSizeGreaterThan(50)
                .filteredOn(line -> !line.startsWith("child;"))
                .allMatch(line -> line.contains(";CANTINE;") && line.endsWith(";BOURG;;;;"));
        assertThat(clerk.asks("--format", "csv", "registration", "list", "--family", "F0009")
                        .lines())
                .filteredOn(line -> !line.startsWith("child;"))
                .isNotEmpty()
                .allMatch(line -> line.contains(";F0009;"));
        assertThat(clerk.asks("--format", "csv", "registration", "list", "--child", "E0010", "--month", "2016-12")
                        .lines())
                .noneMatch(line -> line.contains("2016-11-20"))
                .anyMatch(line -> line.contains(";2016-11-21;"));
        assertThat(clerk.asks("--format", "csv", "registration", "list", "--state", "pending")
                        .lines())
                .hasSize(1);
        assertThat(clerk.asks("registration", "list", "--state", "gone").exit()).isEqualTo(ExitCode.USAGE);
        for (String filter : List.of("--child", "--family", "--activity", "--school")) {
            assertThat(clerk.asks("registration", "list", filter, "X").exit()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @Test
    void everyCommandExplainsItselfWithAnExampleInBothLanguages() {
        for (String command :
                List.of("family show", "child show", "registration add", "registration list", "registration end")) {
            String[] words = command.split(" ");
            assertThat(clerk.asks("--lang", "fr", words[0], words[1], "--help").out())
                    .containsPattern("Exemples? :")
                    .contains("perisco " + command + " ");
            assertThat(clerk.asks("--lang", "en", words[0], words[1], "--help").out())
                    .containsPattern("Examples?:")
                    .contains("perisco " + command + " ");
        }
    }
}
