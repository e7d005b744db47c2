package fr.perisco.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.OnlyOnFile;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older database is brought to this program's schema, and keeps what it holds. */
@OnlyOnFile("about the schemas that files have had")
class SchemaUpgradeStoreTest {
    private static final int TEN = 10;

    @TempDir
    Path folder;

    @Test
    void whoWaitedBeforeRequestsWereKnownStillWaits() throws SQLException {
        Path file = old();
        String url = url(file);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String row : List.of(
                    "act VALUES (1, 'x', '2016-10-14T09:00:00', 'clerk', 'import weeks', NULL)",
                    "act VALUES (2, 'x', '2016-10-14T09:00:00', 'clerk', 'reservation add', NULL)",
                    "activity VALUES (1, 'A', 'A', 'A', NULL, '2016-09-01', '2017-07-07', 'none', NULL)",
                    "unit VALUES (1, 1, 'U', 'U', 0)",
                    "family VALUES (1, 'F1', 'F', NULL, '', '', '', NULL, NULL, NULL, 1)",
                    "child VALUES (1, 'E1', 'E', 'E', NULL, '', '', NULL, 1)",
                    "child_family VALUES (1, 1)",
                    "registration VALUES (1, 1, 1, 1, '2016-09-01', '2017-07-07', 'accepted', 1)",
                    "day_request VALUES (7, 1, 1, '2016-11-23', 'add', '2016-10-14T09:00:00', NULL, 'waiting', NULL, 1, NULL)",
                    "day_request VALUES (8, 1, 1, '2016-11-30', 'add', '2016-10-14T09:00:00', NULL, 'granted', NULL, 2, 2)")) {
                statement.execute("INSERT INTO " + row);
            }
        }

        assertThat(Schema.createOrUpgrade(file)).isPositive();
        assertThat(Schema.createOrUpgrade(file)).isZero();
        assertThat(rows(url, "select max(cast(version as integer)) from flyway_schema_history"))
                .containsExactly(String.valueOf(Schema.VERSION));

        assertThat(rows(
                        url,
                        "select id, child, activity, unit, is_by_rule, state, act_id from day_request order by id"))
                .containsExactly("7|E1|A|U|1|waiting|1", "8|E1|A|U|0|granted|2");
        assertThat(rows(url, "select child, day_on, state from reservation")).containsExactly("E1|2016-11-23|waiting");
        assertThat(rows(url, "pragma foreign_key_check")).isEmpty();
        assertThat(rows(url, "select act_id, hash = zeroblob(32) from seal")).containsExactly("2|1");
    }

    private Path old() {
        Path file = folder.resolve("old.db");
        Flyway.configure()
                .dataSource(url(file), null, null)
                .locations("classpath:db/migration/sqlite")
                .target("3")
                .load()
                .migrate();
        return file;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    /** What each of ten is told who bring it there at once. */
    private static List<Integer> tenAtOnce(Path file) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(TEN);
        try {
            Callable<Integer> upgrade = () -> Schema.createOrUpgrade(file);
            List<Integer> made = new ArrayList<>();
            for (Future<Integer> one : clerks.invokeAll(Collections.nCopies(TEN, upgrade))) {
                made.add(one.get());
            }
            return made;
        } finally {
            clerks.shutdown();
        }
    }

    @Test
    void oneOfTenUpgradesAndNineFindItDone() throws Exception {
        assertThat(tenAtOnce(old())).containsOnlyOnce(Schema.VERSION - 3).containsOnly(Schema.VERSION - 3, 0);
    }

    @Test
    void oneOfTenFoundsAndNineFindItDone() throws Exception {
        assertThat(tenAtOnce(folder.resolve("new.db")))
                .containsOnlyOnce(Schema.VERSION)
                .containsOnly(Schema.VERSION, 0);
    }

    @Test
    void whatCannotBeMigratedWhollyStaysAsItIs() throws SQLException {
        Path file = old();
        try (Connection connection = DriverManager.getConnection(url(file));
                Statement statement = connection.createStatement()) {
            statement.execute("create table authorised_person (in_the_way)");
        }
        List<String> before = rows(url(file), "select sql from sqlite_master order by name");

        assertThatThrownBy(() -> Schema.createOrUpgrade(file)).hasMessageContaining("authorised_person");

        assertThat(rows(url(file), "select sql from sqlite_master order by name"))
                .isEqualTo(before);
        assertThat(rows(url(file), "select max(cast(version as integer)) from flyway_schema_history"))
                .containsExactly("3");
    }

    @Test
    void whatReachesNobodyIsTakenBack() throws SQLException {
        Path file = old();

        assertThat(Schema.createOrUpgrade(file, migrations -> false)).isEmpty();

        assertThat(rows(url(file), "select max(cast(version as integer)) from flyway_schema_history"))
                .containsExactly("3");
    }

    @Test
    void aDamagedDatabaseIsRefusedAndNotAByteIsWritten() throws IOException {
        Path file = old();
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, content.length / 2, content.length / 2 + 6_000, (byte) 0x5a);
        Files.write(file, content);

        assertThatThrownBy(() -> Schema.createOrUpgrade(file))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("database.damaged");

        assertThat(file).hasBinaryContent(content);
    }

    private static List<String> rows(String url, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    cells.add(result.getString(i));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }
}
