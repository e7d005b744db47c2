package fr.perisco.store;

import fr.perisco.domain.office.DatabaseAddress.OnServer;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A schema of a PostgreSQL server. One writes at a time, by a lock of the schema that ends with the transaction: acts are sealed one
 * upon the other, and numbers follow each other without a gap. Who reads waits for nobody.
 */
final class PostgresEngine implements Engine {
    /** Tells the turns of this program's schemas from other locks of the same server. */
    private static final String TURN = "select pg_advisory_xact_lock(hashtext('perisco'), hashtext(current_schema()))";

    private static final int PATIENCE_SECONDS = 20;
    private static final int ROWS_AT_ONCE = 10_000;

    private final OnServer server;
    private final Connection connection;

    private PostgresEngine(OnServer server) {
        this.server = server;
        this.connection = connect(server);
    }

    /**
     * @throws Unavailable when the server cannot be reached, or does not let the user in
     */
    static PostgresEngine open(OnServer server) {
        return new PostgresEngine(server);
    }

    @Override
    public PostgresEngine another() {
        return new PostgresEngine(server);
    }

    static Connection connect(OnServer server) {
        Database.awaitPreparation();
        Properties properties = new Properties();
        server.user().ifPresent(user -> PGProperty.USER.set(properties, user));
        server.passwordFile()
                .map(SecretFile::read)
                .ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        if (server.mustProveItself()) {
            PGProperty.SSL_MODE.set(properties, "verify-full");
        }
        PGProperty.APPLICATION_NAME.set(properties, "perisco");
        PGProperty.CONNECT_TIMEOUT.set(properties, PATIENCE_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // Texts and days are read as their letters, on a server as in a file.
        PGProperty.BINARY_TRANSFER.set(properties, false);
        // What is wrong with a row is told without the row: a password, or a child's health, may stand in it.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        PGProperty.STRING_TYPE.set(properties, "unspecified");
        PGProperty.DEFAULT_ROW_FETCH_SIZE.set(properties, ROWS_AT_ONCE);
        try {
            Connection connection = new Driver().connect(server.url(), properties);
            if (connection == null) {
                throw Unavailable.because("database.no-server-address", server.name());
            }
            // Whatever the server's default is: who waited for the turn must read what was written meanwhile.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return connection;
        } catch (SQLException e) {
            throw PostgresFailures.ofConnecting(e, server);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public int schemaVersion() {
        return versionOf(connection);
    }

    static int versionOf(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('flyway_schema_history') is not null")) {
                table.next();
                if (!table.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet version = statement.executeQuery(
                    "select coalesce(max(cast(version as integer)), 0) from flyway_schema_history where success")) {
                version.next();
                return version.getInt(1);
            }
        } catch (SQLException e) {
            throw new DataAccessException("version", e);
        }
    }

    @Override
    public void beginReading() throws SQLException {
        begin("set transaction isolation level repeatable read read only");
    }

    @Override
    public void beginWriting() throws SQLException {
        begin("set local lock_timeout = '" + PATIENCE_SECONDS + "s'", TURN);
    }

    private void begin(String... statements) throws SQLException {
        connection.setAutoCommit(false);
        boolean isBegun = false;
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            isBegun = true;
        } finally {
            if (!isBegun) {
                rollBack();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Who has no right to make a schema needs one that is there. */
    static void createSchema(Connection connection, OnServer server) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet schema = statement.executeQuery("select current_schema()")) {
                schema.next();
                if (schema.getString(1) != null) {
                    return;
                }
            }
            statement.execute("create schema if not exists " + statement.enquoteIdentifier(server.schema(), true));
        }
    }

    /** A turn of the session's own; empty when somebody else has it. */
    Optional<Closeable> takeTurn(String name) {
        return ask("select pg_try_advisory_lock", name)
                ? Optional.of(() -> ask("select pg_advisory_unlock", name))
                : Optional.empty();
    }

    private boolean ask(String function, String name) {
        try (PreparedStatement statement =
                connection.prepareStatement(function + "(hashtext('perisco ' || ?), hashtext(current_schema()))")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw translated(new DataAccessException(function, e));
        }
    }

    /** Takes a schema's turn to write, within a transaction. */
    static void takeTurn(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '" + PATIENCE_SECONDS + "s'");
            statement.execute(TURN);
        }
    }

    @Override
    public void rollBack() throws SQLException {
        connection.rollback();
    }

    /** The server looks up each row in any case. */
    @Override
    public void lookUpEachReference(boolean each) {}

    @Override
    public boolean leavesReferences() {
        return false;
    }

    @Override
    public void requireUnchanged() {}

    @Override
    public Object bound(Object value) {
        return value;
    }

    @Override
    public RuntimeException translated(RuntimeException failure) {
        return PostgresFailures.translated(failure, server.name());
    }

    /** What was deleted is the server's to clear. */
    @Override
    public void overwriteDeleted() {}

    /** A server that answers keeps its rules by itself. */
    @Override
    public List<Reason> findings() {
        return List.of();
    }

    @Override
    public Optional<Reason> damage() {
        return Optional.empty();
    }

    @Override
    public Optional<Reason> damageFoundAtOnce() {
        return Optional.empty();
    }

    @Override
    public void rewrite() {}

    @Override
    public void copyTo(Path copy) {
        throw new UnsupportedOperationException(server.name());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
