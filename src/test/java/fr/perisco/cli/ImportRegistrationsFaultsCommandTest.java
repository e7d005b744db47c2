package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G14: an import is all or nothing, every bad line named. */
class ImportRegistrationsFaultsCommandTest {
    @TempDir
    Path folder;

    /** The sample town's office, where BOURG has an activity of its own and E0001 is registered. */
    private TestOffice office() {
        TestOffice office = TestOffice.withFamilies(folder);
        office.write("setup/activities.csv", """
                code;label;service;school;from;to;deadline;cancel_deadline
                BUS;BUS DU BOURG;TRANSPORT;BOURG;2016-11-03;2017-07-07;none;
                """);
        office.done("setup", "load", "setup");
        office.write("stored.csv", """
                child;activity;from;to
                E0001;CANTINE;2016-11-03;2016-11-18
                """);
        office.done("import", "registrations", "stored.csv");
        return office;
    }

    private static FaultyFile mistakes() {
        FaultyFile file = new FaultyFile(
                "registrations.csv", "child;activity;from;to;family", "E0002;CANTINE;2016-11-03;2017-07-07;");
        file.row("child", "").fault("child", "child is empty; fill it in");
        file.row("child", "E9999")
                .fault("child", "child: no child has the code E9999; import its family first, or mend the code");
        file.row("activity", "").fault("activity", "activity is empty; fill it in");
        file.row("activity", "CANTEEN")
                .fault(
                        "activity",
                        "activity: no activity has the code CANTEEN; mend the code, or add the activity to the setup");
        file.row("from", "").fault("from", "from is empty; fill it in");
        file.row("to", "31/11/2016").fault("to", "to: “31/11/2016” is no day; write 2016-11-03 or 03/11/2016");
        file.row("from", "2017-07-07", "to", "2016-11-03")
                .fault("to", "to: Thu 2016-11-03 is before Fri 2017-07-07; swap the days");
        file.row("from", "2017-07-08", "to", "2017-07-09")
                .fault("from", "from: activity CANTINE runs from Thu 2016-11-03 to Fri 2017-07-07; mend the days");
        file.row("child", "E0010")
                .fault("family", "family: child E0010 has the families F0009, F0010; name the one that pays");
        file.row("family", "F0001")
                .fault("family", "family: family F0001 is not a family of child E0002, which has F0002; mend the code");
        file.row("family", "F9999")
                .fault("family", "family: family F9999 is not a family of child E0002, which has F0002; mend the code");
        file.row("child", "E0001", "activity", "BUS")
                .fault(
                        "activity",
                        "activity: activity BUS is for the children of school BOURG, and child E0001 does not go there in that time; take another activity, or mend the child’s school");
        file.row("child", "E0001", "from", "2016-11-14")
                .fault(
                        "from",
                        "from: child E0001 is registered from Thu 2016-11-03 to Fri 2016-11-18 already, for the same family; mend the days or end the other registration");
        file.row();
        file.row("from", "2017-01-03")
                .fault(
                        "from",
                        "from: child E0002 is registered from Thu 2016-11-03 to Fri 2017-07-07 already, for the same family; mend the days or end the other registration");
        file.row("child", "\u001b[2J").fault("child", "child: a control character (U+001B); take it out");
        file.row("child", "E9998", "activity", "CLUB", "from", "demain", "family", "F0001")
                .fault("child", "child: no child has the code E9998; import its family first, or mend the code")
                .fault(
                        "activity",
                        "activity: no activity has the code CLUB; mend the code, or add the activity to the setup")
                .fault("from", "from: “demain” is no day; write 2016-11-03 or 03/11/2016");
        file.row("child", "E0010", "to", "never", "family", "F0001")
                .fault("to", "to: “never” is no day; write 2016-11-03 or 03/11/2016")
                .fault(
                        "family",
                        "family: family F0001 is not a family of child E0010, which has F0009, F0010; mend the code");
        file.line("E0002;CANTINE").fault(3, "the row has 2 fields, the header 5; add the missing ones");
        return file;
    }

    @Test
    void everyMistakeIsToldByLineAndColumnAndNothingIsWritten() {
        TestOffice office = office();
        FaultyFile file = mistakes();
        office.write(file.name(), file.text());
        byte[] before = office.database();

        Answer answer = office.run("import", "registrations", file.name());

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
