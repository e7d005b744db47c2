package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A typical week that is loaded again with other days. */
class RevisedWeekCommandTest {
    /** Tuesday 15 and Monday 14 November can no longer be cancelled then; Tuesday 22 can. */
    private static final String NOVEMBER_10 = "2016-11-10T10:00";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookMondaysAndTuesdays() {
        office = TestOffice.withFamilies(folder);
        office.write("registrations.csv", """
                child;activity;from;to
                E0002;CANTINE;2016-11-03;2017-07-07
                """);
        office.done("import", "registrations", "registrations.csv");
        week("2016-10-14T09:00", "mon,tue");
    }

    private Answer week(String now, String days) {
        return office.done(
                "--now",
                now,
                "reservation",
                "week",
                "E0002",
                "CANTINE",
                "--unit",
                "REPAS",
                "--days",
                days,
                "--from",
                "2016-11-03",
                "--to",
                "2016-11-30");
    }

    private List<String> booked() {
        return office.rows("select day_on from reservation where state = 'booked' order by day_on");
    }

    @Test
    void whatNoRuleNamesAnyMoreIsTakenBackWhereItIsInTime() {
        week(NOVEMBER_10, "mon");
        assertThat(booked())
                .containsExactly("2016-11-07", "2016-11-08", "2016-11-14", "2016-11-15", "2016-11-21", "2016-11-28");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void aDayThatIsTakenBackMayBeBookedByARuleAgain() {
        week(NOVEMBER_10, "mon");
        week(NOVEMBER_10, "mon,tue");
        assertThat(booked()).contains("2016-11-22", "2016-11-29");
    }

    @Test
    void whatTheFamilyDidByHandStays() {
        office.done("reservation", "cancel", "E0002", "CANTINE", "REPAS", "2016-11-21");
        office.done("reservation", "add", "E0002", "CANTINE", "REPAS", "2016-11-24");
        week(NOVEMBER_10, "mon,fri");
        assertThat(booked()).contains("2016-11-24", "2016-11-25").doesNotContain("2016-11-21", "2016-11-22");
    }

    @Test
    void anotherRuleThatNamesTheDayKeepsIt() {
        office.done(
                "reservation",
                "week",
                "E0002",
                "CANTINE",
                "--unit",
                "REPAS",
                "--days",
                "tue",
                "--from",
                "2016-11-21",
                "--to",
                "2016-11-25");
        week(NOVEMBER_10, "mon");
        assertThat(booked()).contains("2016-11-22").doesNotContain("2016-11-29");
    }
}
