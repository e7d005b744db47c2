package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportWeeksCommandTest {
    private static final String FILE = """
            child;activity;unit;days;from;to;weeks
            E0002;CANTINE;REPAS;mon,tue;2016-11-03;2016-11-30;all
            E0003;CANTINE;REPAS;lundi jeudi;03/11/2016;30/11/2016;paires
            """;

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void openTheOffice() {
        office = TestOffice.withFamilies(folder);
        office.write("registrations.csv", """
                child;activity;from;to
                E0002;CANTINE;2016-11-03;2017-07-07
                E0003;CANTINE;2016-11-03;2017-07-07
                """);
        office.done("import", "registrations", "registrations.csv");
        office.write("weeks.csv", FILE);
    }

    private List<String> booked() {
        return office.rows("select child, day_on from reservation where state = 'booked' order by child, day_on");
    }

    @Test
    void eachRuleBooksTheDaysThatItNames() {
        Answer answer = office.done("import", "weeks", "weeks.csv");

        assertThat(answer.outLines()).contains(" typical weeks    2        0          0         0         0");
        assertThat(answer.errLines())
                .containsExactly("12 days booked, 0 booked already, 0 closed, 0 too late, 0 waiting, 0 left cancelled");
        assertThat(booked())
                .containsExactly(
                        "E0002|2016-11-07",
                        "E0002|2016-11-08",
                        "E0002|2016-11-14",
                        "E0002|2016-11-15",
                        "E0002|2016-11-21",
                        "E0002|2016-11-22",
                        "E0002|2016-11-28",
                        "E0002|2016-11-29",
                        "E0003|2016-11-03",
                        "E0003|2016-11-14",
                        "E0003|2016-11-17",
                        "E0003|2016-11-28");
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        office.done("import", "weeks", "weeks.csv");
        byte[] before = office.database();

        Answer again = office.done("import", "weeks", "weeks.csv", "--diff");

        assertThat(again.outLines())
                .contains(" typical weeks    0        0          2         0         0")
                .last()
                .isEqualTo("nothing changed");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void aChangedRuleIsToldInTheColumnsOfTheFile() {
        office.done("import", "weeks", "weeks.csv");
        office.write(
                "weeks.csv",
                FILE.replace("mon,tue;2016-11-03;2016-11-30;all", "fri;2016-11-03;2016-12-16;odd")
                        + "E0002;CANTINE;REPAS;thu;2016-12-01;2016-12-16;all\n");

        Answer answer = office.done("--format", "csv", "import", "weeks", "weeks.csv", "--diff");

        assertThat(answer.outLines())
                .containsExactly(
                        "change;kind;code;field;before;after",
                        "changed;typical-week;E0002 CANTINE REPAS 2016-11-03;rule;"
                                + "days=mon,tue to=2016-11-30 weeks=all;days=fri to=2016-12-16 weeks=odd",
                        "new;typical-week;E0002 CANTINE REPAS 2016-12-01;;;days=thu to=2016-12-16 weeks=all");
        assertThat(office.rows("select code, field, before, after from audit_change where subject = 'typical-week'"))
                .containsExactly("E0002 CANTINE REPAS 2016-11-03|rule|days=mon,tue to=2016-11-30 weeks=all|"
                        + "days=fri to=2016-12-16 weeks=odd");
    }

    @Test
    void badRowsAreSetAsideAndLoadOnceMended() {
        office.write("weeks.csv", FILE.replace("lundi jeudi", "lundi jeudredi"));

        Answer rehearsal = office.run("import", "weeks", "weeks.csv", "--skip-rejected", "--dry-run");
        assertThat(office.file("weeks.csv.rejected.csv")).doesNotExist();
        assertThat(booked()).isEmpty();
        Answer answer = office.run("import", "weeks", "weeks.csv", "--skip-rejected");

        assertThat(rehearsal.exit()).isEqualTo(answer.exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.errLines())
                .contains("weeks.csv:3:4: days: “lundi jeudredi” is no list of weekdays; write mon,tue,thu,fri");
        assertThat(booked()).hasSize(8).allMatch(row -> row.startsWith("E0002"));
        office.write("mended.csv", office.text("weeks.csv.rejected.csv").replace("jeudredi", "jeudi"));
        office.done("import", "weeks", "mended.csv");
        assertThat(booked()).hasSize(12);
    }
}
