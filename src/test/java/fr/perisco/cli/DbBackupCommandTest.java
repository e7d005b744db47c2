package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G16: What a backup holds is what the database held, and only backups that no term keeps are taken away. */
@OnlyOnFile("backups of a server are its own")
class DbBackupCommandTest {
    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aBookedYear() {
        office = TestOffice.booked(folder);
    }

    private void change(String sql) throws SQLException {
        try (var connection = office.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aBackupSaysWhatItHolds() throws IOException {
        TestOffice.Answer answer = office.done("db", "backup", "copy.db");
        assertThat(answer.out())
                .contains("400 families, 600 children, 96,140 days booked, 0 invoices of €0.00, 0 payments of €0.00")
                .hasLineCount(1);
        assertThat(office.files()).containsExactly("copy.db", "office.db-backup");
        assertThat(Files.getPosixFilePermissions(office.file("copy.db"))).hasSize(2);
        assertThat(Files.getPosixFilePermissions(office.file("office.db-backup")))
                .hasSize(2);
        assertThat(office.done("db", "verify", "--db", "copy.db").err()).isEmpty();
        assertThat(office.done("-q", "db", "backup", "more.db").out()).isEmpty();
        assertThat(office.done("db", "backup", "third.db", "--format", "json").out())
                .contains("\"days\" : 96140", "\"written\" : true");
    }

    @Test
    void aFileThatIsThereStays() {
        office.write("copy.db", "mine");
        assertThat(office.run("db", "backup", "copy.db").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("db", "backup", "-").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.file("-")).doesNotExist();
        assertThat(office.text("copy.db")).isEqualTo("mine");
    }

    @Test
    void aRehearsalWritesNothing() {
        byte[] before = office.database();
        office.write("backups/perisco-2016-10-01T0200.db", "old");
        assertThat(office.done("db", "backup", "copy.db", "--dry-run").out()).contains("would be written: ");
        assertThat(office.done("db", "backup", "backups", "--keep", "1d", "--dry-run")
                        .out())
                .contains("perisco-2016-10-14T0900.db", "would be removed: ", "perisco-2016-10-01T0200.db");
        assertThat(office.files()).containsExactly("backups/perisco-2016-10-01T0200.db");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void rotationTakesAwayOnlyBackupsThatNoTermKeeps() {
        for (String name : List.of(
                "perisco-2016-08-30T0200.db",
                "perisco-2016-09-30T0200.db",
                "perisco-2016-10-12T0200.db",
                "perisco-2016-10-13T0200.db",
                "perisco-2016-10-13T0900.db",
                "perisco-2016-10-13T0900.db.gz",
                "perisco-2017-10-13T0900.db",
                ".perisco-2016-10-12T0200.db.part",
                "town.db")) {
            office.write("backups/" + name, "old");
        }
        TestOffice.Answer answer = office.done("db", "backup", "--keep", "2d,1w", "2m", "backups");
        assertThat(answer.outLines().stream().filter(line -> line.startsWith("older backup removed")))
                .hasSize(3);
        assertThat(office.files())
                .containsExactly(
                        "backups/perisco-2016-09-30T0200.db",
                        "backups/perisco-2016-10-13T0900.db",
                        "backups/perisco-2016-10-13T0900.db.gz",
                        "backups/perisco-2016-10-14T0900.db",
                        "backups/perisco-2017-10-13T0900.db",
                        "backups/town.db",
                        "office.db-backup");
        assertThat(office.done("db", "backup", "backups", "--keep", "2d", "1w", "2m")
                        .out())
                .contains("of this minute already");
    }

    @Test
    void whatWasDoneInTheSameMinuteIsInTheBackupOfThatMinute() throws IOException {
        office.done("db", "backup", "backups", "--keep", "1d");
        byte[] first = office.content("backups/perisco-2016-10-14T0900.db");
        office.done("registration", "add", "E0007", "MERCREDI");
        assertThat(office.done("db", "backup", "backups", "--keep", "1d").out()).contains("backup written");
        byte[] second = office.content("backups/perisco-2016-10-14T0900.db");
        assertThat(second).isNotEqualTo(first);
        assertThat(office.done("db", "backup", "backups", "--keep", "1d").out()).contains("of this minute already");
        assertThat(office.content("backups/perisco-2016-10-14T0900.db")).isEqualTo(second);
        assertThat(office.done("--db", "backups/perisco-2016-10-14T0900.db", "audit", "list", "--child", "E0007")
                        .out())
                .contains("registration add");
    }

    @Test
    void whereTheDatabaseIsGoneItsLastBackupIsNamedAndNoEmptyOfficeTakesItsPlace() throws IOException {
        office.done("db", "backup", "copy.db");
        for (byte[] left : new byte[][] {null, {}}) {
            Files.delete(office.file("office.db"));
            if (left != null) {
                office.write("office.db", left);
            }
            TestOffice.Answer list = office.run("family", "list");
            assertThat(list.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(list.errLines()).hasSize(1).first().asString().contains("perisco db restore", "copy.db");
            TestOffice.Answer init = office.run("init");
            assertThat(init.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(init.errLines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("perisco db restore", "copy.db", "office.db-backup");
            office.done("db", "restore", "copy.db", "--yes");
            office.done("family", "list");
        }
        Files.delete(office.file("office.db"));
        Files.delete(office.file("office.db-backup"));
        office.done("init");
    }

    @Test
    void withoutTermsAFolderKeepsAll() throws IOException {
        office.write("backups/perisco-2016-08-30T0200.db", "old");
        office.done("db", "backup", "backups");
        assertThat(office.files()).contains("backups/perisco-2016-08-30T0200.db", "backups/perisco-2016-10-14T0900.db");
    }

    @Test
    void whereSomethingDoesNotHoldNothingIsTakenAway() throws SQLException {
        office.write("backups/perisco-2016-08-30T0200.db", "old");
        change("UPDATE reservation_month SET booked = 0, by_rule = 0, cancelled_late = 0"
                + " WHERE month = 201611 AND registration_id = 1");
        TestOffice.Answer answer = office.run("-q", "db", "backup", "backups", "--keep", "1d");
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.PARTIAL);
        assertThat(answer.err()).contains("no older one was removed");
        assertThat(office.run("db", "verify").err()).contains("the last backup is ");
        assertThat(office.files()).contains("backups/perisco-2016-08-30T0200.db", "backups/perisco-2016-10-14T0900.db");
    }

    @Test
    void aDamagedDatabaseIsNotBackedUpAndItsLastBackupNamed() {
        office.done("db", "backup", "backups", "--keep", "1d");
        byte[] content = office.database();
        Arrays.fill(content, content.length / 2, content.length / 2 + 6_000, (byte) 0x5a);
        office.write("office.db", content);
        TestOffice.Answer answer = office.run("--now", "2016-10-15T09:00", "db", "backup", "backups", "--keep", "1d");
        assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(answer.err())
                .contains("is damaged")
                .contains("perisco db restore")
                .contains("perisco-2016-10-14T0900.db")
                .hasLineCount(1);
        assertThat(office.files()).containsExactly("backups/perisco-2016-10-14T0900.db", "office.db-backup");
    }

    @Test
    void whatIsNoTermOrNoFolderIsSaid() {
        office.write("file", "x");
        assertThat(office.run("db", "backup", "backups", "--keep", "7x").err()).contains("write 7d, 4w or 12m");
        TestOffice.Answer file = office.run("db", "backup", "file", "--keep", "7d");
        assertThat(file.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(file.err()).contains("name a folder");
        assertThat(office.run("--lang", "fr", "db", "backup", "b", "--keep", "7j", "4s", "--dry-run")
                        .exit())
                .isZero();
    }

    @Test
    void aFolderThatHoldsAnotherDatabasesBackupsIsLeftAlone() throws SQLException {
        office.done("--now", "2016-10-13T02:00", "db", "backup", "backups", "--keep", "1d");
        office.done("--now", "2016-10-14T02:00", "db", "backup", "backups", "--keep", "2d");
        String newest = "backups/perisco-2016-10-14T0200.db";
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + office.file(newest));
                var statement = connection.createStatement()) {
            statement.execute("update seal set hash = zeroblob(32) where act_id = 1");
        }
        List<String> before = office.files();

        for (String rehearsal : new String[] {"--no-progress", "--dry-run"}) {
            TestOffice.Answer answer = office.run("db", "backup", "backups", "--keep", "1d", rehearsal);

            assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).contains("another database", "perisco-2016-10-14T0200.db");
        }
        assertThat(office.files()).isEqualTo(before);
    }

    @Test
    void whatOnlyBearsTheNameOfABackupIsNotAcknowledged() {
        office.done("--now", "2016-10-14T01:15", "db", "backup", "backups", "--keep", "1d");
        assertThat(office.run("--now", "2016-10-14T01:15", "db", "backup", "backups", "--keep", "1d")
                        .exit())
                .isZero();
        byte[] backup = office.content("backups/perisco-2016-10-14T0115.db");
        backup[backup.length / 2] ^= 1;
        for (byte[] junk : new byte[][] {backup, "junk".getBytes(StandardCharsets.UTF_8)}) {
            office.write("backups/perisco-2016-10-14T0115.db", junk);
            TestOffice.Answer answer =
                    office.run("--now", "2016-10-14T01:15", "db", "backup", "backups", "--keep", "1d");
            assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).contains("is none, or is damaged");
        }
    }
}
