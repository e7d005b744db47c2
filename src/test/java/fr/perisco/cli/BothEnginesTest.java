package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.OnlyOnFile;
import fr.perisco.TestServer;
import fr.perisco.cli.TestOffice.Answer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file and a server have in common, and what each says in its own way. */
@OnlyOnFile("both engines are compared here in one test")
class BothEnginesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2016-12-15T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    /** Tables, columns, what must be there and what a column names. */
    @Test
    void bothSchemasHaveTheSameTables() throws SQLException {
        TestOffice office = TestOffice.nowhere(folder);
        assertThat(office.run("init").exit()).isZero();
        assertThat(office.runAt(CLOCK, Map.of("PERISCO_DB", TestServer.url("columns")), "init")
                        .exit())
                .isZero();

        assertThat(columns("jdbc:sqlite:" + folder.resolve("office.db"), """
                        select t.name, c.name, c."notnull" or c.pk > 0, c.pk
                        from sqlite_master t join pragma_table_info(t.name) c
                        where t.type = 'table' and t.name not like 'flyway%' order by 1, 2
                        """))
                .isEqualTo(columns(TestServer.url("columns"), """
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
        Map<String, String> onServer = Map.of("PERISCO_DB", TestServer.url("backup"));
        assertThat(office.runAt(CLOCK, onServer, "init").exit()).isZero();

        for (String[] command :
                List.of(new String[] {"db", "backup", "x.db"}, new String[] {"db", "restore", "x.db"})) {
            Answer answer = office.runAt(CLOCK, onServer, command);
            assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(answer.err()).contains("pg_dump --format=custom --schema=backup", "pg_restore");
        }
        assertThat(office.files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:1/town?user=a&password=hunter2",
                "jdbc:postgresql://localhost:1/town?passwo%72d=hunter2",
                "jdbc:postgresql://localhost:1/town?sslPassword=hunter2",
                "jdbc:postgresql://clerk:hunter2@localhost:1/town",
                "jdbc:mysql://clerk:hunter2@localhost/town",
            })
    void aPasswordIsNeverPartOfTheAddress(String address) {
        TestOffice office = TestOffice.nowhere(folder);
        for (String command : List.of("family list", "db backup x.db", "db copy --from x.db --to " + address)) {
            Answer answer = office.runAt(CLOCK, Map.of("PERISCO_DB", address), command.split(" "));
            assertThat(answer.exit()).as(command).isEqualTo(ExitCode.USAGE);
            assertThat(answer.err()).contains("PERISCO_DB_PASSWORD_FILE").doesNotContain("hunter2");
        }
    }

    @Test
    void whatIsWrongWithTheServerIsSaidInOneLine() {
        TestOffice office = TestOffice.nowhere(folder);
        Answer gone = office.runAt(
                CLOCK, Map.of("PERISCO_DB", "jdbc:postgresql://localhost:1/town?user=postgres"), "family", "list");
        Answer nothing = office.runAt(CLOCK, Map.of("PERISCO_DB", TestServer.url("nowhere")), "family", "list");

        assertThat(gone.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(gone.errLines()).hasSize(1).first().asString().contains("cannot be reached");
        Answer unproved = office.runAt(
                CLOCK, Map.of("PERISCO_DB", TestServer.url("town") + "&sslmode=verify-full"), "family", "list");
        assertThat(unproved.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(unproved.errLines()).hasSize(1).first().asString().contains("shows no certificate", "sslrootcert");
        assertThat(nothing.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(nothing.errLines()).hasSize(1).first().asString().contains("is no perisco database");
    }
}
