package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY;

import fr.perisco.domain.office.DatabaseAddress;
import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.office.DatabaseAddress.OnServer;
import fr.perisco.domain.reason.Unavailable;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** One office's database, of the schema's version that this program knows: a file, or a schema on a server. */
public final class Database implements AutoCloseable {
    private static final Settings SETTINGS = new Settings()
            .withRenderSchema(false)
            .withRenderQuotedNames(RenderQuotedNames.NEVER)
            .withRenderNameCase(RenderNameCase.AS_IS)
            .withExecuteLogging(false);

    private static volatile CompletableFuture<?> preparation = CompletableFuture.completedFuture(null);

    private final Engine engine;
    private final DatabaseAddress address;
    private final DSLContext dsl;
    private boolean atWork;
    private boolean alone;
    private boolean kept;
    private final List<CompletableFuture<?>> readings = new ArrayList<>();

    private Database(Engine engine, DatabaseAddress address) {
        this.engine = engine;
        this.address = address;
        this.dsl = DSL.using(engine.connection(), engine.dialect(), SETTINGS);
    }

    /**
     * Begins to load what any database needs, beside what goes on meanwhile: for a short command it is the longest part of the way.
     * No file is looked at. Whoever opens one waits for the end of it, so that two threads never set up the libraries at once.
     */
    public static void prepare() {
        preparation = CompletableFuture.runAsync(() -> {
            SqliteEngine.configuration().toProperties();
            DSL.using(SQLDialect.SQLITE, SETTINGS)
                    .select(DSL.max(FAMILY.ID))
                    .from(FAMILY)
                    .where(FAMILY.CODE.eq(""))
                    .getSQL();
        });
    }

    /** What failed in the preparation fails here again, and is told. */
    static void awaitPreparation() {
        preparation.exceptionally(failure -> null).join();
    }

    /** The same of a file. */
    public static Database open(Path file) {
        return open(DatabaseAddress.of(file));
    }

    /**
     * Opens an existing database.
     *
     * @throws Unavailable when there is none, when it is damaged, or of an older or newer schema
     */
    public static Database open(DatabaseAddress address) {
        Database database = new Database(engineOf(address), address);
        try {
            Schema.requireCurrent(database.engine, address);
        } catch (RuntimeException e) {
            database.close();
            throw database.engine.translated(e);
        }
        return database;
    }

    private static Engine engineOf(DatabaseAddress address) {
        if (address instanceof OnServer server) {
            return PostgresEngine.open(server);
        }
        return SqliteEngine.open(((InFile) address).file());
    }

    public DatabaseAddress address() {
        return address;
    }

    /** The file that it is; empty for one on a server. */
    public Optional<Path> file() {
        return address instanceof InFile in ? Optional.of(in.file()) : Optional.empty();
    }

    /**
     * Takes a turn that one at a time has on this server, until it is closed or the connection ends.
     *
     * @param name what the turn is for
     * @return empty when somebody else has it
     */
    public Optional<Closeable> takeTurn(String name) {
        return ((PostgresEngine) engine).takeTurn(name);
    }

    Engine engine() {
        return engine;
    }

    /** Its address, as it was named. */
    public String name() {
        return address.name();
    }

    DSLContext dsl() {
        return dsl;
    }

    Connection connection() {
        return engine.connection();
    }

    /**
     * Reads from one unchanging state of the database; in the middle of other work, and after work that still waits to be kept,
     * from that work's own.
     */
    public <T> T read(Supplier<T> work) {
        return atWork || isSomethingToKeep() ? work.get() : transact(false, true, false, work);
    }

    private boolean isSomethingToKeep() {
        try {
            return !connection().getAutoCommit();
        } catch (SQLException e) {
            throw engine.translated(new DataAccessException("transaction", e));
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
        return transact(true, true, keep, work);
    }

    /**
     * As {@link #write}, for work that writes very many rows: the engine looks up no row that another one names, and the work
     * itself has {@link References} looked up at its end, all at once, which takes a tenth of the time.
     */
    public <T> T writeInBulk(boolean keep, Supplier<T> work) {
        return transact(true, false, keep, work);
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
            try (Database other = new Database(engine.another(), address)) {
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

    private <T> T transact(boolean writing, boolean checked, boolean keep, Supplier<T> work) {
        if (atWork) {
            throw new IllegalStateException("one piece of work at a time");
        }
        try {
            end(true);
            if (!checked) {
                engine.lookUpEachReference(false);
            }
            if (writing) {
                engine.beginWriting();
            } else {
                engine.beginReading();
            }
            boolean kept = false;
            atWork = true;
            alone = writing;
            try {
                T result = work.get();
                engine.requireUnchanged();
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
            throw engine.translated(new DataAccessException("transaction", e));
        } catch (RuntimeException e) {
            throw engine.translated(e);
        }
    }

    private void end(boolean keep) throws SQLException {
        if (!connection().getAutoCommit()) {
            if (keep) {
                commit();
            } else {
                engine.rollBack();
            }
            connection().setAutoCommit(true);
        }
        if (engine.leavesReferences()) {
            engine.lookUpEachReference(true);
        }
    }

    /** Whether any work was kept for good. */
    public boolean hasKept() {
        return kept;
    }

    /** What cannot be kept is taken back: a later attempt must not find it half done. */
    private void commit() throws SQLException {
        try {
            connection().commit();
            kept = true;
        } catch (SQLException e) {
            try {
                engine.rollBack();
            } catch (SQLException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    /** Keeps what the last {@link #write} left to be kept: from now on nothing takes it back. */
    public void keep() {
        try {
            end(true);
        } catch (SQLException e) {
            throw engine.translated(new DataAccessException("transaction", e));
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
            throw engine.translated(new DataAccessException("transaction", e));
        }
    }

    /** A part of {@link #write} that may fail and be undone alone: what was written before it stays. */
    public <T> T attempt(Supplier<T> work) {
        try {
            Savepoint before = connection().setSavepoint();
            try {
                T result = work.get();
                connection().releaseSavepoint(before);
                return result;
            } catch (RuntimeException | SQLException | Error e) {
                undo(before, e);
                throw e;
            }
        } catch (SQLException e) {
            throw engine.translated(new DataAccessException("savepoint", e));
        }
    }

    private void undo(Savepoint before, Throwable failure) {
        try {
            connection().rollback(before);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The key for the next row of a table; only inside {@link #write}. */
    long nextId(TableField<?, Long> id) {
        Long highest = dsl.select(DSL.max(id)).from(id.getTable()).fetchOne(0, Long.class);
        return highest == null ? 1 : highest + 1;
    }

    @Override
    public void close() {
        try (engine) {
            end(true);
        } catch (SQLException e) {
            throw engine.translated(new DataAccessException("close", e));
        }
    }
}
