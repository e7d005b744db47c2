package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY;

import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteConnectionConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** One office's database: an SQLite file of the schema's version that this program knows. */
public final class Database implements AutoCloseable {
    /** How long somebody waits for the turn, in milliseconds. */
    static final int BUSY_TIMEOUT_MS = 20_000;

    private static final int CACHE_KIB = 65_536;

    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withRenderNameCase(RenderNameCase.AS_IS)
            .withExecuteLogging(false);

    private static volatile CompletableFuture<?> preparation = CompletableFuture.completedFuture(null);

    private final SQLiteConnection connection;
    private final Path file;
    private final String name;
    private final @Nullable Object identity;
    private final Optional<FixedFile> fixed;
    private final DSLContext dsl;
    private boolean atWork;
    private boolean alone;
    private boolean unchecked;
    private boolean kept;
    private final List<CompletableFuture<?>> readings = new ArrayList<>();

    private Database(SQLiteConnection connection, Path file, @Nullable Object identity, Optional<FixedFile> fixed) {
        this.fixed = fixed;
        this.identity = identity;
        this.file = file;
        this.name = file.toString();
        this.connection = connection;
        this.dsl = DSL.using(connection, SQLDialect.SQLITE, SETTINGS);
    }

    /**
     * Begins to load what any database needs, beside what goes on meanwhile: for a short command it is the longest part of the way.
     * No file is looked at. Whoever opens one waits for the end of it, so that two threads never set up the libraries at once.
     */
    public static void prepare() {
        preparation = CompletableFuture.runAsync(() -> {
            configuration().toProperties();
            DSL.using(SQLDialect.SQLITE, SETTINGS)
                    .select(DSL.max(FAMILY.ID))
                    .from(FAMILY)
                    .where(FAMILY.CODE.eq(""))
                    .getSQL();
        });
    }

    /**
     * Opens an existing database.
     *
     * @throws Unavailable when there is none, when it is damaged, or of an older or newer schema
     */
    public static Database open(Path file) {
        if (!Files.exists(file)) {
            throw Unavailable.because("database.missing", file.toString());
        }
        @Nullable Object identity = identityOf(file);
        Optional<FixedFile> fixed = FixedFile.of(file);
        Database database = new Database(connect(file), file, identity, fixed);
        try {
            Schema.requireCurrent(database, file);
        } catch (RuntimeException e) {
            database.close();
            throw Failures.translated(e, file.toString());
        }
        return database;
    }

    private static SQLiteConfig configuration() {
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
        // What failed there fails here again, and is told.
        preparation.exceptionally(failure -> null).join();
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

    /** Copies all that this connection sees, page by page, into a file that is nobody's database yet. */
    void copyTo(Path copy) {
        try {
            int code = connection.getDatabase().backup("main", copy.toString(), null);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException("backup", null, code);
            }
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("backup", e), copy.toString());
        }
    }

    /** The file, as it was named. */
    public String name() {
        return name;
    }

    DSLContext dsl() {
        return dsl;
    }

    Connection connection() {
        return connection;
    }

    /**
     * Reads from one unchanging state of the database; in the middle of other work, and after work that still waits to be kept,
     * from that work's own.
     */
    public <T> T read(Supplier<T> work) {
        return atWork || isSomethingToKeep() ? work.get() : transact(TransactionMode.DEFERRED, true, false, work);
    }

    private boolean isSomethingToKeep() {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("transaction", e), name);
        }
    }

    /**
     * Works alone on the database: waits up to 20 s for its turn, then reads, decides and writes in one transaction. What was
     * written is kept when the next work begins or the database is closed, unless it is abandoned before.
     *
     * @param keep whether what was written stays; a rehearsal does the same work and is rolled back
     * @throws Unavailable when the turn does not come, or the disk is full or damaged; nothing was written then
     */
    public <T> T write(boolean keep, Supplier<T> work) {
        return transact(TransactionMode.IMMEDIATE, true, keep, work);
    }

    /**
     * As {@link #write}, for work that writes very many rows: the engine looks up no row that another one names, and the work
     * itself has {@link References} looked up at its end, all at once, which takes a tenth of the time.
     */
    public <T> T writeInBulk(boolean keep, Supplier<T> work) {
        return transact(TransactionMode.IMMEDIATE, false, keep, work);
    }

    private void checkReferences(boolean each) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma foreign_keys = " + (each ? "on" : "off"));
        }
        unchecked = !each;
    }

    /**
     * Reads in a thread of its own while this work goes on, which does not end before. It sees what was kept before this work
     * began, for nobody else writes meanwhile. Outside {@link #write} it reads at once.
     *
     * @return waits for the result
     */
    public <T> Supplier<T> beside(Function<Database, T> reading) {
        if (!alone) {
            T result = reading.apply(this);
            return () -> result;
        }
        CompletableFuture<T> future = CompletableFuture.supplyAsync(() -> {
            try (Database other = new Database(connect(file), file, identity, fixed)) {
                return other.read(() -> reading.apply(other));
            }
        });
        readings.add(future);
        return () -> {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }

    private <T> T transact(TransactionMode mode, boolean checked, boolean keep, Supplier<T> work) {
        if (atWork) {
            throw new IllegalStateException("one piece of work at a time");
        }
        try {
            end(true);
            if (!checked) {
                checkReferences(false);
            }
            begin(mode);
            if (mode == TransactionMode.IMMEDIATE) {
                requireInPlace();
            }
            boolean kept = false;
            atWork = true;
            alone = mode == TransactionMode.IMMEDIATE;
            try {
                T result = work.get();
                fixed.ifPresent(FixedFile::requireUnchanged);
                kept = keep;
                return result;
            } finally {
                readings.forEach(
                        reading -> reading.exceptionally(failure -> null).join());
                readings.clear();
                atWork = false;
                alone = false;
                if (!kept) {
                    end(false);
                }
            }
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("transaction", e), name);
        } catch (RuntimeException e) {
            throw Failures.translated(e, name);
        }
    }

    /** What was opened before a backup was put in its place is only kept as a copy: nobody would see what is written there. */
    private void requireInPlace() throws SQLException {
        if (!Objects.equals(identity, identityOf(file))) {
            end(false);
            throw Unavailable.because("database.replaced", name);
        }
    }

    private static @Nullable Object identityOf(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            return null;
        }
    }

    private void end(boolean keep) throws SQLException {
        if (!connection.getAutoCommit()) {
            if (keep) {
                commit();
            } else {
                rollBack();
            }
            connection.setAutoCommit(true);
        }
        if (unchecked) {
            checkReferences(true);
        }
    }

    /** Whether any work was kept for good. */
    public boolean hasKept() {
        return kept;
    }

    /** What cannot be kept is taken back: a later attempt must not find it half done. */
    private void commit() throws SQLException {
        try {
            connection.commit();
            kept = true;
        } catch (SQLException e) {
            try {
                rollBack();
            } catch (SQLException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private void rollBack() throws SQLException {
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

    /** Keeps what the last {@link #write} left to be kept: from now on nothing takes it back. */
    public void keep() {
        try {
            end(true);
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("transaction", e), name);
        }
    }

    /**
     * Writes the whole file anew, which leaves no free space with what once stood there, and empties the log.
     *
     * @throws Unavailable when others are at work for more than 20 s, or the disk is full
     */
    void rewrite() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
                if (result.next() && result.getInt(1) != 0) {
                    throw new SQLException("checkpoint", null, SQLiteErrorCode.SQLITE_BUSY.code);
                }
            }
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("rewrite", e), name);
        }
    }

    /**
     * Takes back what the last {@link #write} left to be kept.
     *
     * @return whether there was anything to take back
     */
    public boolean abandon() {
        try {
            boolean pending = isSomethingToKeep();
            end(false);
            return pending;
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("transaction", e), name);
        }
    }

    /** A part of {@link #write} that may fail and be undone alone: what was written before it stays. */
    public <T> T attempt(Supplier<T> work) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                T result = work.get();
                connection.releaseSavepoint(before);
                return result;
            } catch (RuntimeException | SQLException | Error e) {
                undo(before, e);
                throw e;
            }
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("savepoint", e), name);
        }
    }

    private void undo(Savepoint before, Throwable failure) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
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

    /** The key for the next row of a table; only inside {@link #write}. */
    long nextId(TableField<?, Long> id) {
        Long highest = dsl.select(DSL.max(id)).from(id.getTable()).fetchOne(0, Long.class);
        return highest == null ? 1 : highest + 1;
    }

    @Override
    public void close() {
        try (connection) {
            end(true);
        } catch (SQLException e) {
            throw Failures.translated(new DataAccessException("close", e), name);
        }
    }
}
