package fr.perisco.store;

import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.office.DatabaseAddress.OnServer;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jooq.exception.DataAccessException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/** The version of the schema that this program knows, and the way there from an older one. */
public final class Schema {
    /** The number of the newest migration. */
    static final int VERSION = 26;

    private static final int PRIMARY_CODE = 0xff;
    private static final String LOCATION = "classpath:db/migration/sqlite";
    private static final String SERVER_LOCATION = "classpath:db/migration/postgresql";

    private Schema() {}

    /**
     * Creates the database, or brings it to this program's schema, wholly or not at all.
     *
     * @return the number of migrations made; 0 when there was nothing to do
     * @throws Unavailable when the file is of a newer schema, damaged or not writable, or others write for longer than 20 s
     * @throws Refused when there is none any more, and a backup of it
     */
    public static int createOrUpgrade(Path file) {
        return createOrUpgrade(file, migrations -> true).orElseThrow();
    }

    /**
     * The same, for who asked for nothing else and is told of it.
     *
     * @param delivered says how many migrations were made, and whether that reaches who asked for them; if not, they are taken back
     * @return the number of migrations made; empty when they were taken back
     */
    public static OptionalInt createOrUpgrade(Path file, IntPredicate delivered) {
        createIfMissing(file);
        try (SQLiteConnection connection = SqliteEngine.connect(file)) {
            int found = requireNotNewer(connection, file);
            if (found > 0 && found < VERSION) {
                requireSound(connection, file);
            }
            letReadersReadOn(connection);
            return found == VERSION ? upToDate(delivered) : migrate(connection, file, delivered);
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("create", e), file.toString());
        } catch (DataAccessException | FlywayException e) {
            throw Failures.translated(e, file.toString());
        }
    }

    /** Nobody but its owner may read what stands in a new file, wherever its name leads. */
    private static void createIfMissing(Path file) {
        try {
            Path real = OwnFile.behindLinks(file);
            if (!Files.exists(real) || Files.size(real) == 0) {
                requireNeverBackedUp(file);
            }
            if (!Files.exists(real)) {
                OwnFile.create(real);
            } else if (Files.isRegularFile(real) && Files.size(real) == 0) {
                OwnFile.close(real);
            }
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    /** Who has a backup wants that back, and no empty office in its place. */
    private static void requireNeverBackedUp(Path file) {
        LastBackup.of(file).ifPresent(backup -> {
            throw Refused.because(
                    "init.backup-there",
                    file.toString(),
                    backup.file().toString(),
                    backup.moment(),
                    LastBackup.memoryOf(file).toString());
        });
    }

    /**
     * Brings a database to this program's schema.
     *
     * @return the number of migrations made; 0 when there was nothing to do
     * @throws Unavailable when the file is of a newer schema, damaged, or no database of this program
     */
    public static int upgrade(Path file) {
        try (SQLiteConnection connection = SqliteEngine.connect(file)) {
            if (versionOf(connection) == 0) {
                throw LastBackup.unusable("database.not-ours", file);
            }
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("upgrade", e), file.toString());
        } catch (DataAccessException e) {
            throw Failures.translated(e, file.toString());
        }
        return createOrUpgrade(file);
    }

    /**
     * The same of a file or of a schema on a server, where an empty one is made.
     *
     * @throws Unavailable also when the server cannot be reached, or does not let the user make tables
     */
    public static OptionalInt createOrUpgrade(DatabaseAddress address, IntPredicate delivered) {
        return address instanceof OnServer server
                ? createOrUpgrade(server, delivered)
                : createOrUpgrade(((InFile) address).file(), delivered);
    }

    /** Whether something is there already: else a database would be made. */
    public static boolean isThere(DatabaseAddress address) {
        if (address instanceof OnServer server) {
            try (Connection connection = PostgresEngine.connect(server)) {
                return PostgresEngine.versionOf(connection) > 0;
            } catch (SQLException e) {
                throw PostgresFailures.translated(new DataAccessException("look", e), server.name());
            }
        }
        return ((InFile) address).file().toFile().length() > 0;
    }

    private static OptionalInt createOrUpgrade(OnServer server, IntPredicate delivered) {
        try (Connection connection = PostgresEngine.connect(server)) {
            connection.setAutoCommit(false);
            PostgresEngine.createSchema(connection, server);
            PostgresEngine.takeTurn(connection);
            int found = PostgresEngine.versionOf(connection);
            requireNotNewer(found, server.name());
            int migrations = found == VERSION ? 0 : migrations(connection, SERVER_LOCATION);
            if (!delivered.test(migrations)) {
                connection.rollback();
                return OptionalInt.empty();
            }
            connection.commit();
            return OptionalInt.of(migrations);
        } catch (SQLException e) {
            throw PostgresFailures.translated(new DataAccessException("create", e), server.name());
        } catch (DataAccessException | FlywayException e) {
            throw PostgresFailures.translated(e, server.name());
        }
    }

    private static int migrations(Connection connection, String location) {
        return Flyway.configure()
                .dataSource(OneTransaction.on(connection))
                .locations(location)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Keeps what is written in a log beside the file, so that nobody who reads waits for who writes. */
    private static void letReadersReadOn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (var mode = statement.executeQuery("pragma journal_mode")) {
                if (mode.getString(1).equals("wal")) {
                    return;
                }
            }
            long start = System.nanoTime();
            while (!isLogging(statement)) {
                if (System.nanoTime() - start > SqliteEngine.BUSY_TIMEOUT_MS * 1_000_000L) {
                    throw new SQLException("busy", null, SQLiteErrorCode.SQLITE_BUSY.code);
                }
                statement.execute("begin immediate");
                statement.execute("rollback");
            }
        }
    }

    /** The engine does not wait when it changes the mode: who is busy is waited for by taking a turn. */
    private static boolean isLogging(Statement statement) throws SQLException {
        try {
            statement.execute("pragma journal_mode = wal");
            return true;
        } catch (SQLException e) {
            if ((e.getErrorCode() & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code) {
                return false;
            }
            throw e;
        }
    }

    /** Writes a copy of a database of any version; others may go on writing. */
    public static void copy(Path file, Path copy) {
        try (SQLiteConnection connection = SqliteEngine.connect(file);
                PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("copy", e), file.toString());
        }
    }

    private static void requireSound(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement();
                var finding = statement.executeQuery("pragma integrity_check(1)")) {
            if (!finding.getString(1).equals("ok")) {
                throw LastBackup.refusal(file.toString());
            }
        }
    }

    /** Alone, all migrations or none: who waited meanwhile finds them made. What is not committed ends with the connection. */
    private static OptionalInt migrate(SQLiteConnection connection, Path file, IntPredicate delivered)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            if (requireNotNewer(connection, file) == VERSION) {
                return upToDate(delivered);
            }
            int migrations = migrations(connection, LOCATION);
            if (!delivered.test(migrations)) {
                return OptionalInt.empty();
            }
            statement.execute("commit");
            return OptionalInt.of(migrations);
        }
    }

    private static OptionalInt upToDate(IntPredicate delivered) {
        return delivered.test(0) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    static void requireCurrent(Engine engine, DatabaseAddress address) {
        int found = engine.schemaVersion();
        requireNotNewer(found, address.name());
        if (found == 0) {
            throw address instanceof InFile in
                    ? LastBackup.unusable("database.not-ours", in.file())
                    : Unavailable.because("database.not-ours", address.name());
        }
        if (found < VERSION) {
            throw Unavailable.because("database.older", address.name(), found, VERSION);
        }
    }

    private static int requireNotNewer(Connection connection, Path file) {
        int found = versionOf(connection);
        requireNotNewer(found, file.toString());
        return found;
    }

    private static void requireNotNewer(int found, String name) {
        if (found > VERSION) {
            throw Unavailable.because("database.newer", name, found, VERSION);
        }
    }

    static int versionOf(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            try (var tables = statement.executeQuery(
                    "select count(*) from sqlite_master where type = 'table' and name = 'flyway_schema_history'")) {
                if (tables.getInt(1) == 0) {
                    return 0;
                }
            }
            try (var version = statement.executeQuery(
                    "select max(cast(version as integer)) from flyway_schema_history where success = 1")) {
                return version.getInt(1);
            }
        } catch (SQLException e) {
            throw new DataAccessException("version", e);
        }
    }
}
