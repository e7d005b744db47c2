package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E0002 has meals on Mondays and Tuesdays of November, E0003 is registered and has none. */
class AttendanceCommandTest {
    private static final String NOVEMBER_25 = "2016-11-25T10:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookNovember() {
        office = TestOffice.withFamilies(folder);
        office.write("registrations.csv", """
                child;activity;from;to
                E0002;CANTINE;2016-11-03;2017-07-07
                E0003;CANTINE;2016-11-03;2017-07-07
                """);
        office.done("import", "registrations", "registrations.csv");
        office.write("weeks.csv", """
                child;activity;unit;days;from;to
                E0002;CANTINE;REPAS;mon,tue;2016-11-03;2016-11-30
                """);
        office.done("import", "weeks", "weeks.csv");
    }

    private Answer record(String child, String day, String status) {
        return office.run(
                "--now", NOVEMBER_25, "attendance", "record", child, "CANTINE", "REPAS", day, "--status", status);
    }

    private List<String> attendance() {
        return office.rows(
                "select child, day_on, attendance from reservation where attendance is not null order by child, day_on");
    }

    private List<String> billed() {
        return office
                .done("--now", "2016-12-01T08:00", "--format", "csv", "invoice", "preview", "2016-11", "--lines")
                .outLines()
                .stream()
                .skip(1)
                .map(line -> line.split(";"))
                .map(cells -> String.join(" ", cells[1], cells[3], cells[6]))
                .toList();
    }

    @Test
    void anExcusedDayIsNotBilledAnAbsenceIs() {
        assertThat(billed()).containsExactly("E0002 Repas 8");
        assertThat(record("E0002", "2016-11-14", "absent").exit()).isZero();
        assertThat(record("E0002", "2016-11-15", "excusé").exit()).isZero();
        assertThat(attendance()).containsExactly("E0002|2016-11-14|absent", "E0002|2016-11-15|excused");
        assertThat(billed()).containsExactly("E0002 Repas 7");
    }

    @Test
    void whoCameWithoutBookingPaysTheDayAndTheSurcharge() {
        assertThat(record("E0003", "2016-11-14", "present").exit()).isZero();
        assertThat(billed()).containsExactly("E0002 Repas 8", "E0003 Repas 1", "E0003 Majoration 1");
    }

    @Test
    void theLastRecordOfADayCounts() {
        record("E0002", "2016-11-14", "absent");
        record("E0002", "2016-11-14", "present");
        byte[] before = office.database();
        Answer again = record("E0002", "2016-11-14", "present");
        assertThat(again.out()).isEqualTo("nothing changed\n");
        assertThat(office.database()).isEqualTo(before);
        assertThat(attendance()).containsExactly("E0002|2016-11-14|present");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        byte[] before = office.database();
        assertThat(record("E0002", "2016-11-28", "present").err()).contains("before that day");
        assertThat(record("E0003", "2016-11-14", "absent").err()).contains("nothing was booked");
        assertThat(record("E0003", "2016-11-11", "present").err()).contains("Armistice");
        assertThat(record("E0001", "2016-11-14", "present").err()).contains("not registered");
        assertThat(record("E0001", "2016-11-14", "present").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(record("E0002", "2016-11-14", "late").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aFileIsLoadedWholeOrNotAtAll() {
        office.write("attendance.csv", """
                enfant;activité;unité;jour;statut
                E0002;CANTINE;REPAS;14/11/2016;présent
                E0002;CANTINE;REPAS;15/11/2016;excusé
                E0003;CANTINE;REPAS;14/11/2016;présent
                """);
        Answer first = office.done("--now", NOVEMBER_25, "import", "attendance", "attendance.csv");
        assertThat(first.outLines()).contains(" attendance    3        0          0         0         0");
        byte[] before = office.database();
        office.done("--now", NOVEMBER_25, "import", "attendance", "attendance.csv");
        assertThat(office.database()).isEqualTo(before);

        office.write("faulty.csv", """
                child;activity;unit;date;status
                E0002;CANTINE;REPAS;2016-11-21;absent
                E0002;CANTINE;REPAS;2016-11-21;present
                E0009;CANTINE;DINER;2016-11-21;present
                E0002;CANTINE;REPAS;2016-11-28;present
                """);
        Answer faulty = office.run("--now", NOVEMBER_25, "import", "attendance", "faulty.csv");
        assertThat(faulty.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(faulty.errLines())
                .anyMatch(line -> line.startsWith("faulty.csv:3:5: "))
                .anyMatch(line -> line.startsWith("faulty.csv:4:3: "))
                .anyMatch(line -> line.startsWith("faulty.csv:5:4: "));
        assertThat(office.database()).isEqualTo(before);
    }
}
