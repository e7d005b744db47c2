package fr.perisco;

import fr.perisco.domain.office.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * An office's database of a test: a file, or a database of its own on a server where the tests are told so by the system property
 * {@code perisco.engine}. What holds for one must hold for the other.
 */
public interface TestDatabase {
    /** What was in a database at a moment. */
    interface Kept {}

    /** Whether the tests run on a server. */
    static boolean isOnServer() {
        return "postgresql".equals(System.getProperty("perisco.engine"));
    }

    /** The database of a name, which need not be there yet. */
    static TestDatabase at(Path file) {
        return isOnServer() ? ServerDatabase.at(file) : new InFile(file);
    }

    DatabaseAddress address();

    /** A connection past perisco. */
    Connection connect() throws SQLException;

    /** The same, where a row need not keep the rules that hold within it, nor name one that is there. */
    Connection connectUnruled() throws SQLException;

    /** All that is in it: the same bytes when nothing was written. */
    byte[] content();

    Kept keep();

    /** Has it hold what was in it, or in another one, when that was kept; nobody may be at work on it. */
    void putBack(Kept kept);

    /** Makes room for the next. */
    void delete();

    /** A file, by the name that is typed. */
    record InFile(Path file) implements TestDatabase {
        private record Bytes(byte[] bytes) implements Kept {}

        @Override
        public DatabaseAddress address() {
            return DatabaseAddress.of(file);
        }

        @Override
        public Connection connect() throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + file);
        }

        @Override
        public Connection connectUnruled() throws SQLException {
            Connection connection = connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma ignore_check_constraints = on");
            }
            return connection;
        }

        @Override
        public byte[] content() {
            try {
                if (Files.exists(Path.of(file + "-wal"))) {
                    throw new AssertionError("not all of it stands in the file: " + file);
                }
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Kept keep() {
            return new Bytes(content());
        }

        @Override
        public void putBack(Kept kept) {
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, ((Bytes) kept).bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void delete() {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
