package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import fr.perisco.TestServer;
import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town with a month of invoices, a credit note and a payment moves to a server and back. */
@OnlyOnFile("copied here from a file to a server and back")
class DbCopyCommandTest {
    private static final String SAMPLE = Path.of("sample-data").toAbsolutePath().toString();
    private static final List<String> A_MONTH = """
            --now 2016-11-16T08:59 reservation cancel E0002 CANTINE REPAS 2016-11-21
            --now 2016-12-02T10:00 invoice run 2016-11
            --now 2016-12-05T10:00 payment add F0001 7.50 --method cheque --reference 0012345
            --now 2016-12-05T10:30 invoice credit F0516120002 --reason erreur
            --now 2016-12-06T10:00 family hold F0003 --until 2017-01-31 --reason entente
            """.lines().toList();

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aTown() {
        office = TestOffice.booked(folder);
    }

    private void workForAMonth() {
        A_MONTH.forEach(command -> office.done(command.split(" ")));
    }

    private String said(String database, String... command) {
        String[] args = IntStream.range(0, command.length + 2)
                .mapToObj(i -> i == 0 ? "--db" : i == 1 ? database : command[i - 2])
                .toArray(String[]::new);
        return office.done(args).out();
    }

    @Test
    void toAServerAndBackAllStaysTheSame() throws IOException {
        workForAMonth();
        Answer there = office.done("db", "copy", "--to", TestServer.url("there"));
        assertThat(there.out()).contains("copied and checked", "392 invoices", "work with jdbc:postgresql");
        office.done("db", "copy", "--from", TestServer.url("there"), "--to", "back.db", "--lang", "fr");

        for (String database : List.of(TestServer.url("there"), "back.db")) {
            assertThat(said(database, "db", "verify")).isEmpty();
            for (String list :
                    List.of("audit list", "invoice list", "payment list", "family list", "registration list")) {
                assertThat(said(database, list.split(" ")))
                        .as(list)
                        .isEqualTo(said("office.db", list.split(" ")))
                        .isNotEmpty();
            }
        }
        said("office.db", "invoice", "pdf", "--month", "2016-11", "-o", "first");
        said("back.db", "invoice", "pdf", "--month", "2016-11", "-o", "second");
        try (var letters = Files.list(folder.resolve("first"))) {
            letters.forEach(letter -> assertThat(folder.resolve("second").resolve(letter.getFileName()))
                    .hasSameBinaryContentAs(letter));
        }
        said("back.db", "--now", "2017-01-03T10:00", "invoice", "run", "2016-12");
        assertThat(said("back.db", "db", "verify")).isEmpty();
    }

    @Test
    void aDatabaseThatHoldsAnOfficeIsLeftAlone() throws IOException {
        office.done("init", "--db", "other.db", "--setup", SAMPLE + "/setup");
        byte[] before = Files.readAllBytes(folder.resolve("other.db"));
        Answer answer = office.run("db", "copy", "--to", "other.db");
        assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("other.db is not empty");
        assertThat(folder.resolve("other.db")).hasBinaryContent(before);
        assertThat(office.run("db", "copy", "--to", "office.db").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("db", "copy", "--from", "none.db", "--to", "new.db")
                        .exit())
                .isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(folder.resolve("new.db")).doesNotExist();
    }

    @Test
    void neitherAFolderNorAnyOtherFileIsATarget() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        Files.writeString(folder.resolve("list.csv"), "a;b");
        for (String target : List.of("folder", "list.csv")) {
            Answer answer = office.run("db", "copy", "--to", target, "--lang", "fr");
            assertThat(answer.exit()).as(target).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).contains(target + " n’est pas vide");
        }
        assertThat(folder.resolve("list.csv")).hasContent("a;b");
        assertThat(office.run("db", "copy", "--to", " ").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aCopyThatIsNotTheSameIsTakenBack() throws SQLException {
        workForAMonth();
        office.done("init", "--db", "lossy.db");
        try (Connection lossy = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("lossy.db"));
                var statement = lossy.createStatement()) {
            statement.execute("create trigger losing after insert on payment begin"
                    + " delete from payment where id = new.id; end");
            Answer answer = office.run("db", "copy", "--to", "lossy.db");
            assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(answer.err()).contains("is not the same as the office, and nothing was kept of it");
            statement.execute("drop trigger losing");
        }
        office.done("db", "copy", "--to", "lossy.db");
    }

    @Test
    void aRehearsalMakesNothing() throws SQLException {
        assertThat(office.done("db", "copy", "--to", "new.db", "--dry-run").out())
                .contains("would be copied to");
        assertThat(folder.resolve("new.db")).doesNotExist();
        office.done("db", "copy", "--to", TestServer.url("never"), "--dry-run");
        try (Connection connection = DriverManager.getConnection(TestServer.url("never"));
                var found = connection.createStatement().executeQuery("select to_regnamespace('never') is null")) {
            found.next();
            assertThat(found.getBoolean(1)).isTrue();
        }
    }

    @Test
    void whatDoesNotHoldIsNotCopied() throws SQLException {
        workForAMonth();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("office.db"));
                var statement = connection.createStatement()) {
            statement.execute("update invoice set amount_cents = amount_cents + 1 where id = 1");
        }
        Answer answer = office.run("db", "copy", "--to", "new.db");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).contains("nothing was copied");
        assertThat(folder.resolve("new.db")).doesNotExist();
    }
}
