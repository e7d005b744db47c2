package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G14: an import is all or nothing, every bad line named. */
class ImportWeeksFaultsCommandTest {
    @TempDir
    Path folder;

    private static FaultyFile mistakes() {
        FaultyFile file = new FaultyFile(
                "weeks.csv",
                "child;activity;unit;days;from;to;weeks;family",
                "E0002;CANTINE;REPAS;mon,tue;2016-11-03;2017-07-07;all;");
        file.row("child", "").fault("child", "child is empty; fill it in");
        file.row("child", "E9999")
                .fault("child", "child: no child has the code E9999; import its family first, or mend the code");
        file.row("activity", "CANTEEN")
                .fault(
                        "activity",
                        "activity: no activity has the code CANTEEN; mend the code, or add the activity to the setup");
        file.row("unit", "GOUTER")
                .fault("unit", "unit: no unit GOUTER in activity CANTINE; mend the code, or add the unit to the setup");
        file.row("unit", "").fault("unit", "unit is empty; fill it in");
        file.row("days", "").fault("days", "days: “” is no list of weekdays; write mon,tue,thu,fri");
        file.row("days", "mon-fri").fault("days", "days: “mon-fri” is no list of weekdays; write mon,tue,thu,fri");
        file.row("from", "").fault("from", "from is empty; fill it in");
        file.row("to", "2017-07-32").fault("to", "to: “2017-07-32” is no day; write 2016-11-03 or 03/11/2016");
        file.row("from", "2017-07-07", "to", "2016-11-03")
                .fault("to", "to: Thu 2016-11-03 is before Fri 2017-07-07; swap the days");
        file.row("weeks", "third").fault("weeks", "weeks: “third” is not known; write all, even or odd");
        file.row("family", "F0001")
                .fault("family", "family: family F0001 is not a family of child E0002; mend the code");
        file.row();
        long first = file.lastLine();
        file.row("to", "2017-01-31")
                .fault(
                        "from",
                        "from: line " + first
                                + " has a typical week of the same child, unit and first day; keep one of them");
        file.row("child", "E9998", "unit", "GOUTER", "days", "dimanches", "weeks", "1", "family", "F9999")
                .fault("child", "child: no child has the code E9998; import its family first, or mend the code")
                .fault("unit", "unit: no unit GOUTER in activity CANTINE; mend the code, or add the unit to the setup")
                .fault("days", "days: “dimanches” is no list of weekdays; write mon,tue,thu,fri")
                .fault("weeks", "weeks: “1” is not known; write all, even or odd");
        file.row("activity", "a\u202eb").fault("activity", "activity: a control character (U+202E); take it out");
        file.line("E0002,CANTINE").fault(2, "the row has 1 field, the header 8; add the missing ones");
        return file;
    }

    @Test
    void everyMistakeIsToldByLineAndColumnAndNothingIsBooked() {
        TestOffice office = TestOffice.withFamilies(folder);
        office.done("import", "registrations", TestOffice.sample("registrations.csv"));
        FaultyFile file = mistakes();
        office.write(file.name(), file.text());
        byte[] before = office.database();

        Answer answer = office.run("import", "weeks", file.name());

        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.errLines()).startsWith(file.faults().toArray(String[]::new));
        assertThat(answer.errLines())
                .hasSize(file.faults().size() + 1)
                .last()
                .isEqualTo(
                        "%d faults: nothing was changed".formatted(file.faults().size()));
        assertThat(office.database()).isEqualTo(before);
    }
}
