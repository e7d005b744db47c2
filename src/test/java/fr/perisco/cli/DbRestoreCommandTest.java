package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup takes the database's place when it is proved, and what was there stays. */
@OnlyOnFile("backups of a server are its own")
class DbRestoreCommandTest {
    private static final String KEPT = "office.db.before-restore-2016-10-14T0900";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aBackupAndAPaymentSince() {
        office = TestOffice.booked(folder);
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
        office.done("db", "backup", "good.db");
        pay("7.50");
    }

    private void pay(String amount) {
        office.done("payment", "add", "F0001", amount, "--method", "cheque", "--reference", amount);
    }

    private Connection connection(String file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + office.file(file));
    }

    private void change(String file, String sql) throws SQLException {
        try (Connection connection = connection(file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private TestOffice.Answer refused(String backup, int exit) {
        byte[] before = office.database();
        List<String> files = office.files();
        TestOffice.Answer answer = office.run("db", "restore", backup, "--yes");
        assertThat(answer.exit()).as(answer.err()).isEqualTo(exit);
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).isEqualTo(files);
        return answer;
    }

    @Test
    void theBackupIsThereAndWhatWasThereIsKept() throws Exception {
        byte[] before = office.database();
        TestOffice.Answer answer = office.done("db", "restore", "good.db", "--yes");
        assertThat(answer.out()).contains("391 invoices of ", "0 payments of €0.00", KEPT);
        assertThat(office.rows("SELECT count(*) FROM payment")).containsExactly("0");
        assertThat(office.rows("SELECT kind, reason FROM act ORDER BY id DESC LIMIT 1"))
                .containsExactly("db restore|good.db");
        assertThat(office.rows("PRAGMA journal_mode")).containsExactly("wal");
        assertThat(office.done("db", "verify").err()).isEmpty();
        assertThat(office.done("audit", "list", "--kind", "db restore").out()).contains("good.db");
        assertThat(Files.getPosixFilePermissions(office.file("office.db"))).hasSize(2);
        assertThat(office.files()).containsExactly("good.db", "office.db-backup", KEPT);
        assertThat(office.content(KEPT)).hasSameSizeAs(before);

        office.done("db", "restore", KEPT, "--yes");
        assertThat(office.rows("SELECT count(*) FROM payment")).containsExactly("1");
        assertThat(office.files()).contains(KEPT, KEPT + "-1");
    }

    @Test
    void aRehearsalChecksAndWritesNothing() {
        byte[] before = office.database();
        assertThat(office.done("db", "restore", "good.db", "--dry-run").out()).contains("would be restored");
        assertThat(office.database()).isEqualTo(before);
        assertThat(office.files()).containsExactly("good.db", "office.db-backup");
        office.write("bad.db", Arrays.copyOf(office.content("good.db"), 500_000));
        assertThat(office.run("db", "restore", "bad.db", "--dry-run").exit()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void nobodyIsAskedWhereNobodyCanAnswer() {
        byte[] before = office.database();
        TestOffice.Answer answer = office.run("db", "restore", "good.db");
        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("--yes");
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void oneChangedByteAnywhereIsFoundOut() {
        byte[] good = office.content("good.db");
        for (int i = 0; i < 60; i++) {
            byte[] bad = good.clone();
            int at = i < 20 ? i * 5 : (int) ((long) i * (good.length - 1) / 59);
            bad[at] ^= 0x10;
            office.write("bad.db", bad);
            TestOffice.Answer answer = office.run("db", "restore", "bad.db", "--yes");
            assertThat(answer.exit()).as("byte %s: %s", at, answer.err()).isEqualTo(ExitCode.BAD_DATA);
        }
        assertThat(office.rows("SELECT count(*) FROM payment")).containsExactly("1");
    }

    @Test
    void aBackupThatWasCutOffIsRefused() {
        for (int length : List.of(0, 1, 99, 100, 4_096, 1_000_000)) {
            office.write("cut.db", Arrays.copyOf(office.content("good.db"), length));
            refused("cut.db", ExitCode.BAD_DATA);
        }
    }

    @Test
    void whatIsNoDatabaseOfPeriscoIsRefused() throws SQLException {
        office.write("text.db", "family;child\n");
        assertThat(refused("text.db", ExitCode.BAD_DATA).err()).contains("no perisco database");
        change("other.db", "CREATE TABLE address (name TEXT)");
        assertThat(refused("other.db", ExitCode.BAD_DATA).err()).contains("not one of perisco");
        refused("nowhere.db", ExitCode.UNAVAILABLE);
        assertThat(refused("office.db", ExitCode.REFUSED).err()).contains("the database itself");
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        change("good.db", "PRAGMA user_version = 0");
        change("good.db", "PRAGMA application_id = 0");
        change("good.db", "UPDATE flyway_schema_history SET version = '99' WHERE version = '1'");
        assertThat(refused("good.db", ExitCode.UNAVAILABLE).err()).contains("good.db has schema 99");
    }

    @Test
    void aCopyMadeByOtherMeansIsTakenWithAWarning() throws IOException {
        Files.copy(office.file("office.db"), office.file("copied.db"), StandardCopyOption.REPLACE_EXISTING);
        TestOffice.Answer answer = office.done("db", "restore", "copied.db", "--yes");
        assertThat(answer.err()).contains("was not written by “perisco db backup”");
        office.write("copied.db-wal", "something");
        assertThat(refused("copied.db", ExitCode.REFUSED).err()).contains("in use");
    }

    @Test
    void inThePlaceOfADamagedOrMissingDatabase() throws IOException {
        office.write("office.db", "garbage");
        office.write("office.db-wal", "of the old one");
        office.done("db", "restore", "good.db", "--yes");
        assertThat(office.done("db", "verify").err()).isEmpty();
        assertThat(office.text(KEPT)).isEqualTo("garbage");
        assertThat(office.text(KEPT + "-wal")).isEqualTo("of the old one");

        Files.delete(office.file("office.db"));
        TestOffice.Answer answer = office.done("db", "restore", "good.db", "--yes");
        assertThat(answer.out()).doesNotContain("is kept");
        assertThat(office.done("db", "verify").err()).isEmpty();
    }

    @Test
    void theLogOfWhoIsReadingIsNotAppliedToTheBackup() throws Exception {
        try (Connection reader = connection("office.db");
                var statement = reader.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM payment").close();
            pay("1.00");
            assertThat(office.file("office.db-wal")).exists();
        }
        pay("1.50");
        office.done("db", "restore", "good.db", "--yes");
        assertThat(office.rows("SELECT count(*) FROM payment")).containsExactly("0");
        try (Connection kept = connection(KEPT);
                var rows = kept.createStatement().executeQuery("SELECT count(*) FROM payment")) {
            assertThat(rows.getInt(1)).isEqualTo(3);
        }
    }

    @Test
    void aMailThatWaitedIsInDoubtForItMayHaveBeenSentSince() {
        office.done("certificate", "registration", "E0002", "--mail");
        office.done("db", "backup", "waiting.db");
        office.done("mail", "send", "--outbox", "out");
        List<String> sent = office.files();

        assertThat(office.done("db", "restore", "waiting.db", "--dry-run").err())
                .contains("One mail that waited");
        assertThat(office.rows("select state from mail")).containsExactly("sent");
        assertThat(office.done("--lang", "fr", "db", "restore", "waiting.db", "--yes")
                        .err())
                .contains("Un message qui attendait", "a pu partir", "uncertain");

        office.done("mail", "send", "--outbox", "out");
        assertThat(office.files())
                .containsAll(sent)
                .filteredOn(name -> name.endsWith(".eml"))
                .hasSize(1);
        assertThat(office.rows("select state from mail")).containsExactly("uncertain");
        assertThat(office.done("mail", "queue").out()).contains("it waited when the backup was made");
        assertThat(office.done("db", "verify").err()).isEmpty();
    }

    @Test
    void anotherTownsBackupIsNamedAsSuch() throws SQLException {
        assertThat(office.run("db", "restore", "good.db", "--dry-run").err()).doesNotContain("another database");
        change("office.db", "update seal set hash = zeroblob(32) where act_id = 1");

        TestOffice.Answer answer = office.run("db", "restore", "good.db", "--dry-run");

        assertThat(answer.exit()).isZero();
        assertThat(answer.err()).contains("good.db is not a backup of", "another database");
    }

    @Test
    void aDatabaseBehindALinkIsReplacedWhereItLies() throws Exception {
        Files.createDirectory(folder.resolve("data"));
        Files.move(folder.resolve("office.db"), folder.resolve("data/office.db"));
        Files.createSymbolicLink(folder.resolve("office.db"), Path.of("data", "office.db"));

        TestOffice.Answer answer = office.done("db", "restore", "good.db", "--yes");

        assertThat(answer.out()).contains("data/" + KEPT);
        assertThat(folder.resolve("office.db")).isSymbolicLink();
        assertThat(folder.resolve("data/" + KEPT)).exists();
        assertThat(office.rows("SELECT count(*) FROM payment")).containsExactly("0");
        office.done("db", "verify");
    }
}
