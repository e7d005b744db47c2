package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupCommandTest {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?=;)");
    private static final DateTimeFormatter PORTAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

    @TempDir
    Path folder;

    private static String ministry() throws Exception {
        return Files.readString(Path.of("src/test/resources/calendar-zones-abc.csv"));
    }

    private static String deadline(TestOffice office, String day) {
        return office.done("--format", "csv", "deadline", "show", "--activity", "CANTINE", "--date", day)
                .outLines()
                .get(1);
    }

    @Test
    void whatIsExportedLoadsAgainAndChangesNothing() {
        TestOffice office = TestOffice.withSetup(folder);
        byte[] before = office.database();
        office.done("setup", "export", "exported");

        Answer again = office.done("--format", "csv", "setup", "load", "exported");

        assertThat(again.outLines())
                .containsExactly(
                        "file;new;changed;unchanged;vanished",
                        "office.properties;0;0;27;0",
                        "schools.csv;0;0;3;0",
                        "activities.csv;0;0;4;0",
                        "units.csv;0;0;10;0",
                        "tariffs.csv;0;0;37;0",
                        "calendar.csv;0;0;6;0",
                        "closures.csv;0;0;6;0",
                        "shuttles.csv;0;0;0;0",
                        "reminders.csv;0;0;3;0");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void anExportOfTheSameSetupIsTheSameToTheByteAndFoundsTheSameOffice() {
        TestOffice office = TestOffice.withSetup(folder);
        office.done("setup", "export", "one");
        office.done("setup", "export", "two");
        office.done("--db", "other.db", "init", "--setup", "one");
        office.done("--db", "other.db", "setup", "export", "three");

        for (String file : List.of(
                "office.properties",
                "schools.csv",
                "activities.csv",
                "units.csv",
                "tariffs.csv",
                "calendar.csv",
                "closures.csv",
                "shuttles.csv")) {
            assertThat(office.text("two/" + file)).as(file).isEqualTo(office.text("one/" + file));
            assertThat(office.text("three/" + file)).as(file).isEqualTo(office.text("one/" + file));
        }
    }

    @Test
    void theSampleSetupAgainChangesNothing() {
        TestOffice office = TestOffice.withSetup(folder);
        byte[] before = office.database();

        assertThat(office.done("setup", "load", TestOffice.sample("setup")).out())
                .doesNotContainPattern(" [1-9]\\d* +\\d+ +\\d+ +[1-9]");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aRehearsalShowsTheChangesAndKeepsNone() {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("setup/schools.csv", "code;name\nNORD;École du Nord\n");
        byte[] before = office.database();

        Answer rehearsal = office.done("setup", "load", "setup", "--dry-run");

        assertThat(office.database()).isEqualTo(before);
        assertThat(rehearsal.err()).contains("nothing was kept");
        assertThat(office.done("setup", "load", "setup").out()).isEqualTo(rehearsal.out());
        assertThat(office.rows("select code from school order by id"))
                .containsExactly("BOURG", "MOULIN", "VERGERS", "NORD");
    }

    @Test
    void theRehearsalOfANewOfficeSaysAllThatItsFoundingSays() {
        TestOffice office = TestOffice.nowhere(folder);
        Answer rehearsal = office.done("init", "--setup", TestOffice.sample("setup"), "--dry-run");

        assertThat(rehearsal.err()).contains("nothing was kept");
        assertThat(office.run("family", "list").exit())
                .as("there is no office yet")
                .isEqualTo(5);
        Answer founded = office.done("init", "--setup", TestOffice.sample("setup"));
        assertThat(founded.out()).contains("calendar.csv").isEqualTo(rehearsal.out());
        assertThat(rehearsal.err()).startsWith(founded.err());
    }

    /** Deadlines by hand: three school days back over the zone's own holidays. */
    @ParameterizedTest
    @CsvSource({
        "A, 2016-11-03, 2016-10-17", // Thursday after All Saints: Wednesday 19 October is a school day
        "A, 2017-03-06, 2017-02-15", // Monday after winter, from Saturday 18 February
        "B, 2017-02-27, 2017-02-08", // the same in zone B, from 11 February
        "C, 2017-02-20, 2017-02-01", // and in zone C, from 4 February
        "B, 2017-03-06, 2017-03-01", // no holidays there any more
        "A, 2017-05-02, 2017-04-12", // spring holidays, then 1 May
        "A, 2017-05-29, 2017-05-22", // Ascension: 24 May is a school day, 25 and 26 are not
    })
    void theMinistrysFileLoadsUnchangedAndGivesTheDeadlines(String zone, String day, String lastDay) throws Exception {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("ministry/calendar.csv", ministry());
        office.write("ministry/office.properties", "office.zone=" + zone);
        office.done("setup", "load", "ministry");

        assertThat(deadline(office, day)).startsWith("CANTINE;%s;%sT09:00;".formatted(day, lastDay));
    }

    @Test
    void onlyTheZonesOwnRowsAreKeptAndAnEmptyEndIsTheSchoolYearsLastDay() throws Exception {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("ministry/calendar.csv", ministry());
        office.done("setup", "load", "ministry");

        assertThat(office.rows("select school_year, count(*), min(starts_on), max(ends_on) from school_holiday"
                        + " group by school_year order by 1"))
                .containsExactly(
                        "2016-2017|6|2016-10-19|2017-09-04",
                        "2025-2026|6|2025-10-18|2026-09-01",
                        "2026-2027|5|2026-10-17|2027-08-31");
        assertThat(office.rows("select distinct zone from school_holiday")).containsExactly("Zone A");
    }

    /** The open data portal writes midnight in Paris as a moment in UTC: the evening before, by one hour or by two. */
    @Test
    void thePortalsTimestampsAreTheSameDays() throws Exception {
        String timestamps = DAY.matcher(ministry())
                .replaceAll(day -> LocalDate.parse(day.group())
                        .atStartOfDay(ZoneId.of("Europe/Paris"))
                        .withZoneSameInstant(ZoneOffset.UTC)
                        .format(PORTAL));
        assertThat(timestamps).contains(";2016-10-18T22:00:00+00:00;2016-11-02T23:00:00+00:00;");
        TestOffice office = TestOffice.withSetup(folder);
        office.write("ministry/calendar.csv", ministry());
        office.done("setup", "load", "ministry");
        byte[] before = office.database();
        office.write("portal/calendar.csv", ("\ufeff" + timestamps).getBytes(StandardCharsets.UTF_8));

        office.done("setup", "load", "portal");

        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void rowsForTeachersAndForOtherZonesAreIgnoredWhateverTheySay() throws Exception {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("ministry/calendar.csv", ministry());
        office.done("setup", "load", "ministry");
        byte[] before = office.database();
        office.write("more/calendar.csv", ministry() + """
                Vacances de Noël;Enseignants;2016-12-20;2016-12-21;Bordeaux;Zone A;2016-2017
                Rentrée;Enseignants;;;Bordeaux;Zone A;
                Vacances après 1ère période;-;2016;;Nouméa;Nouvelle Calédonie;2016
                """);

        office.done("setup", "load", "more");

        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aCalendarOfAnotherZoneDoesNotCountAfterTheOfficeHasChanged() {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("setup/office.properties", "office.zone=Zone B");
        office.done("setup", "load", "setup");

        Answer answer = office.run("deadline", "show", "--activity", "CANTINE", "--date", "2016-11-28");

        assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("2016-2017");
    }

    @Test
    void aSettingThatReadsInAnUnusualWayIsReadAllTheSame() {
        TestOffice office = TestOffice.withSetup(folder);
        office.write("setup/office.properties", """
                ! another comment \\u
                office.city : Valmourin-\\u00e8s-Bois
                office.hours=Du lundi \\
                    au vendredi
                  office.phone = 05 36 49 10 20
                """);

        office.done("setup", "load", "setup");

        assertThat(office.rows("select value from setting where name in ('office.city', 'office.hours') order by name"))
                .containsExactly("Valmourin-ès-Bois", "Du lundi au vendredi");
    }

    @Test
    void aSetupFolderThatIsNotThereLeavesNoDatabase() {
        TestOffice nowhere = TestOffice.nowhere(folder);
        TestOffice.Answer answer = nowhere.run("init", "--setup", "missing");
        assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(nowhere.files()).isEmpty();
        assertThat(nowhere.file("office.db")).doesNotExist();
    }
}
