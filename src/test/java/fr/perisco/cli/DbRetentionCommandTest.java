package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.TestOffice.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three families came on 14 October 2016; F1 went to the canteen in November and has paid. */
class DbRetentionCommandTest {
    private static final String NAME = "Zyxwolinski";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void threeFamilies() {
        office = TestOffice.withSetup(folder);
        office.write(
                "families.csv",
                FamilyRows.file("families.csv")
                        .row("family_name", NAME, "guardian_last_name", NAME, "child_last_name", NAME)
                        .row()
                        .row()
                        .text());
        office.done("import", "families", "families.csv");
        office.write("registrations.csv", "child;activity;from;to\nE1;CANTINE;2016-11-03;2016-11-30\n");
        office.write("weeks.csv", "child;activity;unit;days;from;to\nE1;CANTINE;REPAS;mon;2016-11-03;2016-11-30\n");
        office.done("import", "registrations", "registrations.csv");
        office.done("import", "weeks", "weeks.csv");
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        String due = office.rows("select amount_cents from invoice").get(0);
        office.done(
                "--now",
                "2016-12-02T09:00",
                "payment",
                "add",
                "F1",
                due.substring(0, due.length() - 2) + "." + due.substring(due.length() - 2),
                "--method",
                "cheque",
                "--reference",
                "1",
                "--drawer",
                NAME);
    }

    /** On the day itself. */
    private Answer retention(String moment, String... more) {
        return retentionAt(moment, moment, more);
    }

    private Answer retentionAt(String clock, String now, String... more) {
        List<String> args = new ArrayList<>(List.of("--now", now, "--format", "csv", "db", "retention"));
        args.addAll(List.of(more));
        ZoneId paris = ZoneId.of("Europe/Paris");
        return office.runAt(
                Clock.fixed(LocalDateTime.parse(clock).atZone(paris).toInstant(), ZoneOffset.UTC),
                Map.of(),
                args.toArray(String[]::new));
    }

    private boolean isNamed() {
        return new String(office.database(), StandardCharsets.ISO_8859_1).contains(NAME);
    }

    @Test
    void familiesWithoutASignOfLifeAreErasedOnce() {
        byte[] before = office.database();
        assertThat(retention("2018-10-14T09:00").out()).doesNotContain("erase");
        Answer rehearsed = retention("2018-12-01T09:00", "--dry-run");
        assertThat(rehearsed.exit()).isZero();
        assertThat(rehearsed.outLines())
                .anyMatch(line -> line.startsWith("erase;F2;;Dupont;2016-10-14;1;0;inactive"))
                .noneMatch(line -> line.contains("F1"));
        assertThat(retention("2018-12-01T09:00").exit()).isEqualTo(2);
        assertThat(office.database()).isEqualTo(before);

        assertThat(retention("2018-12-03T09:00", "--yes").outLines())
                .anyMatch(line -> line.startsWith("erase;F1;;" + NAME + ";2016-12-02;1;2;inactive"));
        assertThat(isNamed()).isFalse();
        assertThat(office.rows("select count(*) from family_erasure")).containsExactly("3");
        assertThat(office.done("db", "verify").err()).isEmpty();
        byte[] after = office.database();
        assertThat(retention("2018-12-03T09:00").exit()).isZero();
        assertThat(office.database()).isEqualTo(after);
    }

    @Test
    void whatIsDueOnALaterDayIsOnlyLookedAt() {
        byte[] before = office.database();

        Answer early = retentionAt("2018-12-02T23:50", "2018-12-03T00:10", "--yes");

        assertThat(early.exit()).isEqualTo(3);
        assertThat(early.err()).contains("2018-12-03 is still to come", "--dry-run");
        assertThat(retentionAt("2016-12-02T10:00", "2018-12-03T09:00").exit()).isEqualTo(3);
        assertThat(retentionAt("2016-12-02T10:00", "2018-12-03T09:00", "--yes", "--dry-run")
                        .outLines())
                .anyMatch(line -> line.startsWith("erase;F1;"));
        assertThat(office.database()).isEqualTo(before);
        assertThat(retentionAt("2018-12-03T00:05", "2018-12-03T23:00", "--yes").exit())
                .isZero();
        assertThat(isNamed()).isFalse();
    }

    @Test
    void whatIsOpenKeepsAFamily() {
        office.done("--now", "2016-10-15T09:00", "payment", "add", "F2", "5.00", "--method", "cash");
        office.done("family", "hold", "F3", "--until", "2030-01-01", "--reason", "x");
        assertThat(retention("2019-01-01T09:00", "--yes").outLines())
                .anyMatch(line -> line.startsWith("erase;F1;"))
                .anyMatch(line -> line.startsWith("keep;F2;") && line.endsWith(";money"))
                .anyMatch(line -> line.startsWith("keep;F3;") && line.endsWith(";hold"));
        assertThat(office.rows("select count(*) from family_erasure")).containsExactly("1");
    }

    @Test
    void oldDocumentsLoseNamesAndStillVerifyWhenTheFamilyGoesLater() {
        office.write("setup/office.properties", "retention.families-years=99\n");
        office.done("setup", "load", "setup");
        assertThat(retention("2026-12-01T09:00", "--yes").out()).doesNotContain("names;");
        assertThat(retention("2026-12-03T09:00", "--yes").outLines())
                .anyMatch(line -> line.matches("names;F1;;" + NAME + ";2016-12-02;1;2;old"));
        assertThat(office.rows("select recipient from invoice")).containsExactly("");
        assertThat(office.rows("select drawer from payment")).containsExactly("");
        assertThat(office.rows("select name from family where code = 'F1'")).containsExactly(NAME);
        assertThat(office.done("db", "verify").err()).isEmpty();
        byte[] after = office.database();
        assertThat(retention("2026-12-03T09:00", "--yes").exit()).isZero();
        assertThat(office.database()).isEqualTo(after);

        office.write("setup/office.properties", "retention.families-years=2\n");
        office.done("setup", "load", "setup");
        retention("2027-01-01T09:00", "--yes");
        assertThat(isNamed()).isFalse();
        assertThat(office.done("db", "verify").err()).isEmpty();
    }

    @Test
    void healthNotesThatEndedLongAgoAreDeleted() {
        office.write("setup/office.properties", "retention.families-years=3\n");
        office.done("setup", "load", "setup");
        office.write("note.txt", NAME + " lait");
        office.done("child", "health", "E1", "--allergy", "--text-file", "note.txt", "--to", "2016-10-20");
        assertThat(retention("2019-10-14T09:00", "--yes").out()).doesNotContain("health;");
        assertThat(retention("2019-10-21T09:00", "--yes").outLines()).anyMatch(line -> line.startsWith("health;;E1;"));
        assertThat(office.rows("select count(*) from child_health")).containsExactly("0");
    }

    @Test
    void yearsAreWholeAndAboveNone() {
        for (String bad : List.of("0", "-1", "abc", "", "100")) {
            office.write("setup/office.properties", "retention.invoices-years=" + bad + "\n");
            assertThat(office.run("setup", "load", "setup").exit()).as(bad).isEqualTo(4);
        }
    }
}
