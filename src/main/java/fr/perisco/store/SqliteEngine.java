package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** An SQLite file, alone on which one writes at a time, while others read what was there before. */
final class SqliteEngine implements Engine {
    /** How long somebody waits for the turn, in milliseconds. */
    static final int BUSY_TIMEOUT_MS = 20_000;

    private static final int CACHE_KIB = 65_536;
    private static final long SMALL_FILE = 8L << 20;

    private final SQLiteConnection connection;
    private final Path file;
    private final @Nullable Object identity;
    private final Optional<FixedFile> fixed;
    private boolean leavesReferences;

    private SqliteEngine(Path file, @Nullable Object identity, Optional<FixedFile> fixed) {
        this.file = file;
        this.identity = identity;
        this.fixed = fixed;
        this.connection = connect(file);
    }

    /**
     * @throws Unavailable when there is no file
     */
    static SqliteEngine open(Path file) {
        if (!Files.exists(file)) {
            throw LastBackup.unusable("database.missing", file);
        }
        return new SqliteEngine(file, identityOf(file), FixedFile.of(file));
    }

    @Override
    public SqliteEngine another() {
        return new SqliteEngine(file, identity, fixed);
    }

    static SQLiteConfig configuration() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setCacheSize(-CACHE_KIB);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        // The driver lets one thread at a time into a connection: the engine need not lock what it already has to
        // itself.
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        return config;
    }

    static SQLiteConnection connect(Path file) {
        Database.awaitPreparation();
        Properties properties = configuration().toProperties();
        try {
            return JDBC.createConnection(
                    "jdbc:sqlite:"
                            + FixedFile.of(file)
                                    .map(FixedFile::address)
                                    .orElse(file.toAbsolutePath().toString()),
                    properties);
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("open", e), file.toString());
        }
    }

    @Override
    public void copyTo(Path copy) {
        try {
            int code = connection.getDatabase().backup("main", copy.toString(), null);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException("backup", null, code);
            }
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("backup", e), copy.toString());
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public SQLDialect dialect() {
        return SQLDialect.SQLITE;
    }

    @Override
    public int schemaVersion() {
        return Schema.versionOf(connection);
    }

    @Override
    public void beginReading() throws SQLException {
        begin(TransactionMode.DEFERRED);
    }

    @Override
    public void beginWriting() throws SQLException {
        begin(TransactionMode.IMMEDIATE);
        requireInPlace();
    }

    /** The driver reads the mode when it begins, and begins anew after every commit and rollback: that one must not wait. */
    private void begin(TransactionMode mode) throws SQLException {
        SQLiteConnectionConfig config = connection.getConnectionConfig();
        config.setTransactionMode(mode);
        boolean begun = false;
        try {
            connection.setAutoCommit(false);
            begun = true;
        } finally {
            config.setTransactionMode(TransactionMode.DEFERRED);
            if (!begun) {
                config.setAutoCommit(true);
            }
        }
    }

    /** What was opened before a backup was put in its place is only kept as a copy: nobody would see what is written there. */
    private void requireInPlace() throws SQLException {
        if (!Objects.equals(identity, identityOf(file))) {
            rollBack();
            connection.setAutoCommit(true);
            throw Unavailable.because("database.replaced", file.toString());
        }
    }

    private static @Nullable Object identityOf(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void rollBack() throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            connection.getConnectionConfig().setAutoCommit(true);
            if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                throw e;
            }
            // On a full or failing disk the engine has rolled back by itself.
        }
    }

    @Override
    public void lookUpEachReference(boolean each) throws SQLException {
        execute("pragma foreign_keys = " + (each ? "on" : "off"));
        leavesReferences = !each;
    }

    @Override
    public boolean leavesReferences() {
        return leavesReferences;
    }

    @Override
    public void requireUnchanged() {
        fixed.ifPresent(FixedFile::requireUnchanged);
    }

    @Override
    public Object bound(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof String || value instanceof byte[]) {
            return value;
        }
        if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        throw new IllegalArgumentException("no column holds a " + value.getClass());
    }

    @Override
    public RuntimeException translated(RuntimeException failure) {
        return Failures.translated(failure, file.toString());
    }

    @Override
    public void rewrite() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                if (result.next() && result.getInt(1) != 0) {
                    throw new SQLException("checkpoint", null, SQLiteErrorCode.SQLITE_BUSY.code);
                }
            }
        } catch (SQLException e) {
            throw translated(new DataAccessException("rewrite", e));
        }
    }

    @Override
    public void overwriteDeleted() throws SQLException {
        execute("pragma secure_delete = on");
    }

    @Override
    public List<Reason> findings() throws SQLException {
        List<Reason> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("pragma integrity_check")) {
                while (rows.next()) {
                    String finding = rows.getString(1);
                    if (!finding.equals("ok")) {
                        findings.add(Reason.of("verify.integrity", finding));
                    }
                }
            }
            try (ResultSet rows = statement.executeQuery("pragma foreign_key_check")) {
                while (rows.next()) {
                    findings.add(Reason.of("verify.reference", rows.getString(1), String.valueOf(rows.getString(2))));
                }
            }
        }
        return findings;
    }

    @Override
    public Optional<Reason> damage() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet first = statement.executeQuery("pragma integrity_check(1)")) {
            return first.getString(1).equals("ok")
                    ? Optional.empty()
                    : Optional.of(LastBackup.damaged(file.toString()));
        }
    }

    /** A small file is looked through in a few hundredths of a second; the rules that hold within a row are left to {@link #findings}. */
    @Override
    public Optional<Reason> damageFoundAtOnce() throws SQLException {
        if (pragma("page_count") * pragma("page_size") > SMALL_FILE) {
            return Optional.empty();
        }
        execute("pragma ignore_check_constraints = on");
        try {
            return damage();
        } finally {
            execute("pragma ignore_check_constraints = off");
        }
    }

    private long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma " + name)) {
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
