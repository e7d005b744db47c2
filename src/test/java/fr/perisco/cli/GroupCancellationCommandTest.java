package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole class that goes on a trip. */
class GroupCancellationCommandTest {
    private static final String IN_TIME = "2016-11-14T08:00";
    private static final String OF_CLASS =
            "select count(*) from reservation where state = '%s' and day_on = '2016-11-17'"
                    + " and child in (select child.code from child join child_schooling on child_id = child.id"
                    + " join school on school.id = school_id where school.code = 'BOURG' and class = '%s')";

    @TempDir
    Path folder;

    private TestOffice office;
    private String trip;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
        trip = office.rows("select class from child_schooling join school on school.id = school_id"
                        + " where school.code = 'BOURG' and class <> '' group by class order by class limit 1")
                .get(0);
    }

    private Answer cancel(String moment, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "--now", moment, "--format", "csv", "reservation", "cancel", "--school", "BOURG", "--class", trip));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    private int count(String state) {
        return Integer.parseInt(office.rows(OF_CLASS.formatted(state, trip)).get(0));
    }

    @Test
    void allUnitsOfTheDayAreCancelledForEveryChildOfTheClass() {
        int booked = count("booked");
        int all = Integer.parseInt(office.rows("select count(*) from reservation where state = 'booked'")
                .get(0));
        assertThat(booked).isPositive();
        Answer answer = cancel(IN_TIME, "2016-11-17");
        assertThat(answer.exit()).isZero();
        assertThat(answer.outLines())
                .hasSize(booked + 1)
                .first()
                .isEqualTo("child;activity;unit;date;verdict;deadline;child_name;reason");
        assertThat(count("booked")).isZero();
        assertThat(count("cancelled")).isEqualTo(booked);
        assertThat(office.rows("select count(*) from reservation where state = 'booked'"))
                .containsExactly(String.valueOf(all - booked));
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void onlyOneUnitWhenItIsNamed() {
        Answer answer = cancel(IN_TIME, "CANTINE", "REPAS", "2016-11-17");
        assertThat(answer.exit()).isZero();
        assertThat(answer.outLines().stream().skip(1).toList())
                .isNotEmpty()
                .allMatch(line -> line.contains(";CANTINE;REPAS;"));
    }

    @Test
    void oneLateDayRefusesAllAndOnlyTheAllowedOnesMayBeDone() {
        byte[] before = office.database();
        Answer refused = cancel("2016-11-14T10:00", "2016-11-17", "2016-11-18");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).contains(";too-late;", ";allowed;").doesNotContain(";cancelled;");
        assertThat(office.database()).isEqualTo(before);
        assertThat(cancel("2016-11-14T10:00", "2016-11-17", "2016-11-18", "--allowed-only")
                        .exit())
                .isEqualTo(ExitCode.PARTIAL);
        assertThat(count("booked")).isPositive();
    }

    @Test
    void aTripThatIsToldLateMayBeWaivedOrStayBilled() {
        assertThat(cancel("2016-11-16T10:00", "2016-11-17", "--late", "--dry-run")
                        .out())
                .contains(";cancelled-late;");
        assertThat(cancel("2016-11-16T10:00", "2016-11-17", "--waive", "museum").out())
                .contains(";waived;");
        assertThat(office.rows("select reason from act where kind = 'reservation cancel'"))
                .containsExactly("museum");
    }

    @Test
    void slipsAreToldAsWhatTheyAre() {
        assertThat(office.run("reservation", "cancel", "--school", "NOWHERE", "2016-11-17")
                        .err())
                .contains("no school has the code NOWHERE");
        assertThat(office.run("reservation", "cancel", "--school", "BOURG", "--class", "XYZ", "2016-11-17")
                        .err())
                .contains("no child goes to class XYZ of school BOURG");
        assertThat(cancel(IN_TIME, "2016-11-20").err()).contains("nobody of school BOURG is booked then");
        assertThat(office.run("reservation", "cancel", "--class", "CP", "E0001", "CANTINE", "REPAS", "2016-11-17")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(cancel(IN_TIME, "CANTINE", "REPAS", "2016-11-31").err()).contains("2016-11-31 is not a date");
        assertThat(office.run("reservation", "cancel", "E0001").err()).contains("ACTIVITY UNIT");
    }
}
