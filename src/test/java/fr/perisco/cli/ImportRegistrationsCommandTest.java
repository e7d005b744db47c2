package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRegistrationsCommandTest {
    private static final String FILE = """
            enfant,activité,du,au,famille
            E0002,CANTINE,03/11/2016,07/07/2017,
            E0010,CANTINE,03/11/2016,20/11/2016,F0009
            E0010,CANTINE,21/11/2016,07/07/2017,F0010
            """;

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void openTheOffice() {
        office = TestOffice.withFamilies(folder);
        office.write("registrations.csv", FILE);
    }

    private List<String> registrations() {
        return office.rows("""
                select child.code, activity.code, registration.from_on, registration.to_on, family.code
                from registration join child on child.id = child_id join activity on activity.id = activity_id
                join family on family.id = family_id order by registration.id
                """);
    }

    @Test
    void aChildOfTwoFamiliesNamesWhichOnePays() {
        assertThat(office.done("import", "registrations", "registrations.csv").outLines())
                .contains(" registrations    3        0          0         0         0");
        assertThat(registrations())
                .containsExactly(
                        "E0002|CANTINE|2016-11-03|2017-07-07|F0002",
                        "E0010|CANTINE|2016-11-03|2016-11-20|F0009",
                        "E0010|CANTINE|2016-11-21|2017-07-07|F0010");
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        office.done("import", "registrations", "registrations.csv");
        byte[] before = office.database();

        Answer again = office.done("import", "registrations", "registrations.csv");

        assertThat(again.outLines())
                .contains(" registrations    0        0          3         0         0")
                .last()
                .isEqualTo("nothing changed");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void anotherLastDayIsAChangeAndIsTold() {
        office.done("import", "registrations", "registrations.csv");
        office.write(
                "changed.csv",
                FILE.replace("E0002,CANTINE,03/11/2016,07/07/2017", "E0002,CANTINE,03/11/2016,18/11/2016"));

        Answer answer = office.done("--format", "csv", "import", "registrations", "changed.csv", "--diff");

        assertThat(answer.outLines())
                .containsExactly(
                        "change;kind;code;field;before;after",
                        "changed;registration;E0002 CANTINE 2016-11-03;to;2017-07-07;2016-11-18");
        assertThat(registrations()).startsWith("E0002|CANTINE|2016-11-03|2016-11-18|F0002");
        assertThat(office.rows("select kind, code, field, before, after from audit_change join act on act.id = act_id"
                        + " where subject = 'registration'"))
                .containsExactly("import registrations|E0002 CANTINE 2016-11-03|to|2017-07-07|2016-11-18");
    }

    @Test
    void badRowsAreSetAsideAndLoadOnceMended() {
        office.write("registrations.csv", FILE.replace("E0002", "E2"));

        Answer rehearsal = office.run("import", "registrations", "registrations.csv", "--skip-rejected", "--dry-run");
        assertThat(office.file("registrations.csv.rejected.csv")).doesNotExist();
        assertThat(registrations()).isEmpty();
        Answer answer = office.run("import", "registrations", "registrations.csv", "--skip-rejected");

        assertThat(rehearsal.exit()).isEqualTo(answer.exit()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.errLines())
                .containsExactly(
                        "registrations.csv:2:1: enfant: no child has the code E2; import its family first, or mend the code",
                        "1 row set aside in registrations.csv.rejected.csv: mend them there and load that file");
        assertThat(registrations()).hasSize(2);
        assertThat(office.text("registrations.csv.rejected.csv")).isEqualTo("""
                enfant,activité,du,au,famille
                E2,CANTINE,03/11/2016,07/07/2017,
                """);
        office.write("mended.csv", office.text("registrations.csv.rejected.csv").replace("E2", "E0002"));
        office.done("import", "registrations", "mended.csv");
        assertThat(registrations()).hasSize(3);
    }
}
