package fr.perisco.torture;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database that an early program left. */
final class OldTown {
    private static final String SCHEMA = "3";

    private OldTown() {}

    static void found(Path file) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/migration/sqlite")
                .target(SCHEMA)
                .load()
                .migrate();
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
                    "day_request VALUES (7, 1, 1, '2016-11-23', 'add', '2016-10-14T09:00:00', NULL, 'waiting', NULL, 1, NULL)")) {
                statement.execute("INSERT INTO " + row);
            }
        }
    }
}
