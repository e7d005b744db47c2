package fr.perisco.store;

import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jooq.exception.DataAccessException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Puts another database in the place of one, alone on it, and keeps what was there. At each moment one of the two has the name;
 * nobody's log is left to be applied to the wrong one.
 */
public final class Replacement {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAUSE_MS = 100;
    private static final int PRIMARY_CODE = 0xff;
    private static final String LOG = "-wal";
    private static final Set<String> DAMAGE = Set.of("database.damaged", "database.damaged-backup");
    private static final List<String> BESIDE = List.of(LOG, "-shm", "-journal");

    private final Path file;
    private final Path kept;

    /**
     * @param file the database that is replaced; it may be damaged or missing
     * @param kept the name under which it is kept, in the same folder
     */
    public Replacement(Path file, Path kept) {
        this.file = file;
        this.kept = kept;
    }

    /**
     * Waits up to 20 s until nobody else works on the database.
     *
     * @param by a whole database in the same folder that nobody has open; it takes the name of the other
     * @param delivered asked when nothing but the name is left to be changed, whether what is said of it reaches who asked for it;
     *     if not, nothing is changed
     * @throws Unavailable when the turn does not come; nothing was changed then
     */
    public void by(Path by, BooleanSupplier delivered) throws IOException {
        if (!Files.exists(file)) {
            if (delivered.getAsBoolean()) {
                moveAside();
                take(by);
            }
            return;
        }
        OwnFile.giveToOwnerOf(file, by);
        keepLog();
        try (SQLiteConnection connection = SqliteEngine.connect(file)) {
            replaceAlone(connection, by, delivered);
        } catch (SQLException e) {
            replaceDamaged(by, delivered, Failures.translated(new DataAccessException("replace", e), file.toString()));
        } catch (Unavailable e) {
            replaceDamaged(by, delivered, e);
        }
    }

    /** The engine throws away the log of a file that it cannot read; a second name outlasts that. */
    private void keepLog() throws IOException {
        Path log = beside(file, LOG);
        if (Files.exists(log)) {
            link(log, beside(kept, LOG));
        }
    }

    /** Nobody can work on a damaged database: it is put aside with all that lies beside it. */
    private void replaceDamaged(Path by, BooleanSupplier delivered, RuntimeException failure) throws IOException {
        boolean isDamage = failure instanceof Unavailable unavailable
                && DAMAGE.contains(unavailable.reason().code());
        if (!isDamage) {
            Files.deleteIfExists(beside(kept, LOG));
            throw failure;
        }
        if (delivered.getAsBoolean()) {
            keep();
            moveAside();
            take(by);
        } else {
            Files.deleteIfExists(beside(kept, LOG));
        }
    }

    private void replaceAlone(SQLiteConnection connection, Path by, BooleanSupplier delivered)
            throws SQLException, IOException {
        connection.setBusyTimeout(PAUSE_MS);
        long start = System.nanoTime();
        while (!isAlone(connection)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw Unavailable.because("database.busy", file.toString());
            }
            pause();
        }
        boolean done = false;
        try {
            Files.deleteIfExists(beside(kept, LOG));
            keep();
            if (delivered.getAsBoolean()) {
                take(by);
                done = true;
            } else {
                Files.delete(kept);
            }
        } finally {
            run(connection, "rollback");
            if (!done) {
                run(connection, "pragma journal_mode = wal");
            }
        }
    }

    /** Without its log, the database is one file; nobody can have it open while the log is given up. */
    private static boolean isAlone(SQLiteConnection connection) throws SQLException {
        try {
            if (!answer(connection, "pragma journal_mode = delete").equals("delete")) {
                return false;
            }
            run(connection, "begin exclusive");
            if (answer(connection, "pragma journal_mode").equals("delete")) {
                return true;
            }
            run(connection, "rollback");
            return false;
        } catch (SQLException e) {
            if (isBusy(e)) {
                return false;
            }
            throw e;
        }
    }

    private static String answer(SQLiteConnection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(pragma)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void run(SQLiteConnection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isBusy(SQLException e) {
        return switch (SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY_CODE)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> true;
            default -> false;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A second name for the same file costs no room, and the first one stays until it is taken over. */
    private void keep() throws IOException {
        link(file, kept);
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private void moveAside() throws IOException {
        for (String suffix : BESIDE) {
            Path there = beside(file, suffix);
            if (Files.exists(there) && Files.exists(beside(kept, suffix))) {
                Files.delete(there);
            } else if (Files.exists(there)) {
                Files.move(there, beside(kept, suffix), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void take(Path by) throws IOException {
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
