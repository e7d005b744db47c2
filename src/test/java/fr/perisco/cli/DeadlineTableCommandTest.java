package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that families are given, for any week and activity. */
class DeadlineTableCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void openTheOffice() {
        office = TestOffice.withSetup(folder);
    }

    private List<String> table(String activity, String week) {
        return office
                .done("--format", "csv", "deadline", "table", "--activity", activity, "--week", week)
                .outLines()
                .stream()
                .skip(1)
                .map(line -> line.split(";")[0])
                .toList();
    }

    @Test
    void holidaysHaveTheirRowsForWhatIsOpenThen() {
        assertThat(table("VACANCES", "2016-12-21"))
                .containsExactly("2016-12-19", "2016-12-20", "2016-12-21", "2016-12-22", "2016-12-23");
        assertThat(table("CANTINE", "2016-12-21")).isEmpty();
    }

    @Test
    void theTutorialsFiveSchoolDaysAreThereForTheCanteen() {
        assertThat(table("CANTINE", "2016-11-16"))
                .containsExactly("2016-11-14", "2016-11-15", "2016-11-16", "2016-11-17", "2016-11-18");
    }

    @Test
    void daysBeyondTheCalendarAreNamedNotCounted() {
        TestOffice.Answer answer =
                office.done("--format", "csv", "deadline", "table", "--activity", "VACANCES", "--week", "2017-08-30");
        assertThat(answer.outLines()).isNotEmpty();
        assertThat(answer.err()).contains("2017-2018");
        assertThat(office.run("deadline", "table", "--week", "2019-08-30").exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void theMomentItselfIsAmongTheResultsOfAnExplanation() {
        assertThat(office.done("--format", "json", "deadline", "explain", "CANTINE", "2016-11-17")
                        .out())
                .contains("\"deadline\" : \"2016-11-14T09:00\"");
    }
}
