package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same commands on a file and on a server: whatever is said and written is the same to the byte. */
class BothEnginesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2016-12-15T09:00:00Z"), ZoneOffset.UTC);
    private static final String SAMPLE = Path.of("sample-data").toAbsolutePath().toString();

    /** What each engine says in its own way: where it is, and how many migrations it took. */
    private static final String OWN_WORDS = "(?m)(\\S*office\\.db|jdbc:postgresql:\\S+)|\\(\\d+ migrations?\\)";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    private static List<String> commands() {
        return """
                init --setup SAMPLE/setup
                init
                --now 2016-10-14T09:00 import families SAMPLE/families.csv
                --now 2016-10-14T09:00 import registrations SAMPLE/registrations.csv
                --now 2016-10-14T09:00 import weeks SAMPLE/weeks.csv
                --now 2016-10-14T09:00 import families SAMPLE/families.csv
                --now 2016-10-15T09:00 import onde SAMPLE/onde-pupils.csv --diff --dry-run
                --now 2016-11-16T08:59 reservation cancel E0002 CANTINE REPAS 2016-11-21
                --now 2016-11-16T09:00 reservation cancel E0002 CANTINE REPAS 2016-11-18
                --now 2016-11-16T09:00 reservation add E0001 CANTINE REPAS 2016-11-28
                --now 2016-11-16T09:00 child authorise E0002 Jeanne --phone 0639980000 --relation tante
                --now 2016-11-16T09:00 family hold F0003 --until 2017-01-31 --reason entente
                --now 2016-12-02T10:00 invoice check 2016-11
                --now 2016-12-02T10:00 invoice preview 2016-11
                --now 2016-12-02T10:00 invoice run 2016-11
                --now 2016-12-02T10:00 invoice run 2016-11
                invoice show F0516120001
                invoice explain F0516120001
                invoice list --month 2016-11
                invoice pdf --month 2016-11 -o invoices
                --now 2016-12-05T10:00 payment add F0001 7.50 --method cheque --reference 0012345
                --now 2016-12-05T10:00 payment add F0002 500 --method transfer
                --now 2016-12-05T10:30 invoice credit F0516120002 --reason erreur
                --now 2016-12-05T10:00 payment export --month 2016-11 -o references.csv
                payment list
                payment journal --from 2016-12-05 --to 2016-12-05
                --now 2016-12-06T10:00 payment deposit --method cheque
                balance
                --now 2017-01-20T10:00 reminder run
                reminder list
                family list
                family show F0001
                family export F0002 -o held.json
                family export F0002 -o held.pdf
                child show E0002
                registration list --format csv
                reservation list --child E0002 --month 2016-11
                report month 2016-11
                report month 2016-11 -o month.pdf
                report meals --week 2016-11-21 --activity CANTINE
                report attendance --date 2016-11-21
                report vaccines
                tariff list
                --now 2016-12-12T10:00 family erase F0005
                --now 2016-12-12T10:00 family merge F0003 F0004
                db retention
                db verify
                credential list
                mail list
                audit list
                audit list --format json
                """.replace("SAMPLE", SAMPLE).lines().toList();
    }

    private Map<String, String> told(String name, String database) {
        TestOffice office = TestOffice.nowhere(folder.resolve(name));
        Map<String, String> told = new TreeMap<>();
        List<String> commands = commands();
        for (int i = 0; i < commands.size(); i++) {
            Answer answer = office.runAt(
                    CLOCK, Map.of("PERISCO_DB", database), commands.get(i).split(" "));
            told.put(
                    "%02d %s".formatted(i, commands.get(i)),
                    (answer.exit() + "\n" + answer.out() + answer.err()).replaceAll(OWN_WORDS, "…"));
        }
        return told;
    }

    @Test
    void everyCommandSaysAndWritesTheSame() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("file"));
        Files.createDirectories(folder.resolve("server"));
        Map<String, String> onFile = told("file", "office.db");
        Map<String, String> onServer = told("server", SERVER.url("town"));

        assertSoftly(softly -> onFile.forEach((command, said) ->
                softly.assertThat(onServer.get(command)).as(command).isEqualTo(said)));
        for (String written : written("file")) {
            assertThat(folder.resolve("server").resolve(written))
                    .as(written)
                    .hasSameBinaryContentAs(folder.resolve("file").resolve(written));
        }
        assertThat(written("server")).isEqualTo(written("file")).hasSizeGreaterThan(300);
    }

    private Set<String> written(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            Set<String> names = new TreeSet<>();
            files.filter(Files::isRegularFile)
                    .map(file -> folder.resolve(name).relativize(file).toString())
                    .filter(file -> !file.startsWith("office.db"))
                    .forEach(names::add);
            return names;
        }
    }

    /** Tables, columns, what must be there and what a column names. */
    @Test
    void bothSchemasHaveTheSameTables() throws SQLException {
        TestOffice office = TestOffice.nowhere(folder);
        assertThat(office.run("init").exit()).isZero();
        assertThat(office.runAt(CLOCK, Map.of("PERISCO_DB", SERVER.url("columns")), "init")
                        .exit())
                .isZero();

        assertThat(columns("jdbc:sqlite:" + folder.resolve("office.db"), """
                        select t.name, c.name, c."notnull" or c.pk > 0, c.pk
                        from sqlite_master t join pragma_table_info(t.name) c
                        where t.type = 'table' and t.name not like 'flyway%' order by 1, 2
                        """))
                .isEqualTo(columns(SERVER.url("columns"), """
                        select c.table_name collate "C", c.column_name collate "C", cast(c.is_nullable = 'NO' as integer),
                            coalesce((select u.ordinal_position from information_schema.key_column_usage u
                                join information_schema.table_constraints k on k.constraint_name = u.constraint_name
                                    and k.table_schema = u.table_schema and k.constraint_type = 'PRIMARY KEY'
                                where u.table_schema = c.table_schema and u.table_name = c.table_name
                                    and u.column_name = c.column_name), 0)
                        from information_schema.columns c join information_schema.tables t
                            on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
                        where c.table_schema = 'columns' and c.table_name not like 'flyway%' order by 1, 2
                        """))
                .hasSizeGreaterThan(400);
    }

    private static List<String> columns(String url, String sql) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                columns.add(rows.getString(1) + "." + rows.getString(2) + " " + rows.getInt(3) + " " + rows.getInt(4));
            }
        }
        return columns;
    }

    @Test
    void aServersBackupsAreItsOwn() {
        TestOffice office = TestOffice.nowhere(folder);
        Map<String, String> onServer = Map.of("PERISCO_DB", SERVER.url("backup"));
        assertThat(office.runAt(CLOCK, onServer, "init").exit()).isZero();

        for (String[] command :
                List.of(new String[] {"db", "backup", "x.db"}, new String[] {"db", "restore", "x.db"})) {
            Answer answer = office.runAt(CLOCK, onServer, command);
            assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).contains("pg_dump --format=custom --schema=backup", "pg_restore");
        }
        assertThat(office.files()).isEmpty();
    }

    @Test
    void aPasswordIsNeverPartOfTheAddress() {
        Answer answer = TestOffice.nowhere(folder)
                .runAt(CLOCK, Map.of("PERISCO_DB", SERVER.url("town") + "&password=hunter2"), "family", "list");

        assertThat(answer.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("PERISCO_DB_PASSWORD_FILE").doesNotContain("hunter2");
    }

    @Test
    void whatIsWrongWithTheServerIsSaidInOneLine() {
        TestOffice office = TestOffice.nowhere(folder);
        Answer gone = office.runAt(
                CLOCK, Map.of("PERISCO_DB", "jdbc:postgresql://localhost:1/town?user=postgres"), "family", "list");
        Answer nothing = office.runAt(CLOCK, Map.of("PERISCO_DB", SERVER.url("nowhere")), "family", "list");

        assertThat(gone.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(gone.errLines()).hasSize(1).first().asString().contains("cannot be reached");
        assertThat(nothing.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(nothing.errLines()).hasSize(1).first().asString().contains("is no perisco database");
    }
}
