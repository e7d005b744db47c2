package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The months of the children of a family, one under the other. */
class CalendarCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void bookTheYear() {
        office = TestOffice.booked(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void eachChildsGridStandsUnderItsNameWithOneLegendInEightyColumns(String lang) {
        Answer answer = office.done("--lang", lang, "calendar", "show", "--family", "F0028", "--month", "2016-12");
        List<String> lines = answer.outLines();
        assertThat(lines).filteredOn(line -> line.matches("E\\d{4} – .*")).hasSize(5);
        assertThat(lines).filteredOn(line -> line.startsWith(". o")).hasSize(1);
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines.subList(lines.size() - 2, lines.size())).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aFamilysChildrenAreThoseThatCanBeNamedOneByOne() {
        String all = office.done("calendar", "show", "--family", "F0002", "--month", "2016-11")
                .out();
        assertThat(office.done("calendar", "show", "E0002", "E0003", "E0002", "--month", "2016-11")
                        .out())
                .isEqualTo(all);
        assertThat(office.done("--format", "csv", "calendar", "show", "E0003", "E0002", "--month", "2016-11")
                        .outLines())
                .startsWith("child;activity;unit;date;state", "E0003;CANTINE;REPAS;2016-11-01;closed")
                .contains("E0002;MERCREDI;JOURNEE;2016-11-09;booked");
    }

    @Test
    void closedAndOpenDaysAreDifferentLettersWithoutColour() {
        assertThat(office.done("calendar", "show", "E0003", "--month", "2016-11")
                        .outLines())
                .contains("  MATIN          - - . . - - . . . . - - - . . . . . - - . . . . . - - . . .");
    }

    @Test
    void childrenOrAFamilyAreGivenAndTheyExist() {
        assertThat(office.run("calendar", "show").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.run("calendar", "show", "E0002", "--family", "F0002").exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(office.run("calendar", "show", "E0002", "E9", "--month", "2016-11")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("calendar", "show", "--family", "F9", "--month", "2016-11")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void longLabelsThatBeginAlikeStayDifferent() {
        office.write("long/units.csv", """
                activity;code;label;days;term;capacity;tax_eligible
                CANTINE;REPAS_DU_MIDI_AVEC_VIANDE;Repas du midi avec viande;mon;school;;
                CANTINE;REPAS_DU_MIDI_SANS_VIANDE;Repas du midi sans viande;mon;school;;
                CANTINE;R2;Repas;mon;school;;
                """);
        office.done("setup", "load", "long");
        List<String> lines =
                office.done("calendar", "show", "E0002", "--month", "2016-11").outLines();
        assertThat(lines)
                .contains("  REPAS_DU_MIDI_AVEC_VIANDE", "  REPAS_DU_MIDI_SANS_VIANDE")
                .anyMatch(line -> line.startsWith("  R2  "))
                .anyMatch(line -> line.startsWith("  REPAS  "))
                .allMatch(line -> line.length() <= 80);
    }
}
