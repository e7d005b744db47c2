package fr.perisco.store;

import fr.perisco.domain.reason.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * A backup: an SQLite database in one file that carries a digest of itself, so that one changed byte is found out. The digest is the
 * first eight bytes of the file's SHA-256, reckoned with these bytes 0, and stands in two fields of the file's header that SQLite
 * leaves to applications: the user version and the application id
 * (<a href="https://www.sqlite.org/fileformat.html#the_database_header">file format, 1.3</a>).
 */
public final class BackupFile {
    private static final int HEADER_BYTES = 100;
    private static final int WRITE_VERSION_AT = 18;
    private static final int READ_VERSION_AT = 19;
    private static final int USER_VERSION_AT = 60;
    private static final int APPLICATION_ID_AT = 68;
    private static final int FIELD_BYTES = 4;
    private static final byte WITHOUT_LOG = 1;
    private static final byte WITH_LOG = 2;
    private static final int BUFFER_BYTES = 1 << 16;

    private BackupFile() {}

    /** Makes a finished copy of a database a backup: one file without a log beside it, which carries its digest. */
    public static void stamp(Path copy) throws IOException {
        byte[] header = header(copy);
        header[WRITE_VERSION_AT] = WITHOUT_LOG;
        header[READ_VERSION_AT] = WITHOUT_LOG;
        takenOut(header);
        byte[] digest = copied(copy, header, OutputStream.nullOutputStream());
        System.arraycopy(digest, 0, header, USER_VERSION_AT, FIELD_BYTES);
        System.arraycopy(digest, FIELD_BYTES, header, APPLICATION_ID_AT, FIELD_BYTES);
        writeHeader(copy, header);
    }

    /**
     * Writes the database that a backup holds into an empty file.
     *
     * @return whether the backup carried its digest; one that was made by other means has none
     * @throws BadInput when the backup is no database, or is not what it was when it was made
     */
    public static boolean unpack(Path backup, Path file) throws IOException {
        byte[] header = header(backup);
        if (!DatabaseFile.begins(header)) {
            throw BadInput.of(backup.toString(), "restore.no-database");
        }
        byte[] carried = takenOut(header);
        byte[] digest;
        try (OutputStream out = Files.newOutputStream(file)) {
            digest = copied(backup, header, out);
        }
        boolean isStamped = !Arrays.equals(carried, new byte[2 * FIELD_BYTES]);
        if (isStamped && !Arrays.equals(carried, Arrays.copyOf(digest, 2 * FIELD_BYTES))) {
            throw BadInput.of(backup.toString(), "restore.altered");
        }
        header[WRITE_VERSION_AT] = WITH_LOG;
        header[READ_VERSION_AT] = WITH_LOG;
        writeHeader(file, header);
        return isStamped;
    }

    /**
     * The seal of the first act, by which a database and its backups are told from another's; empty where it cannot be read. The
     * file is looked at as it lies, without its log, and whoever works on it is not disturbed.
     */
    public static Optional<String> firstSeal(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
                Statement statement = connection.createStatement();
                ResultSet first = statement.executeQuery("select hex(hash) from seal order by act_id limit 1")) {
            return first.next() ? Optional.of(first.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Whether a file is a backup that carries its digest, and is what it was when it was made. */
    public static boolean isWhole(Path backup) {
        try {
            byte[] header = header(backup);
            byte[] carried = takenOut(header);
            byte[] digest = copied(backup, header, OutputStream.nullOutputStream());
            return DatabaseFile.begins(header) && Arrays.equals(carried, Arrays.copyOf(digest, 2 * FIELD_BYTES));
        } catch (IOException e) {
            return false;
        }
    }

    /** The digest that a header carries, with zeros left in its place, as where it was reckoned. */
    private static byte[] takenOut(byte[] header) {
        byte[] carried = Arrays.copyOfRange(header, USER_VERSION_AT, USER_VERSION_AT + 2 * FIELD_BYTES);
        System.arraycopy(header, APPLICATION_ID_AT, carried, FIELD_BYTES, FIELD_BYTES);
        Arrays.fill(header, USER_VERSION_AT, USER_VERSION_AT + FIELD_BYTES, (byte) 0);
        Arrays.fill(header, APPLICATION_ID_AT, APPLICATION_ID_AT + FIELD_BYTES, (byte) 0);
        return carried;
    }

    private static byte[] header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.copyOf(in.readNBytes(HEADER_BYTES), HEADER_BYTES);
        }
    }

    private static void writeHeader(Path file, byte[] header) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header);
            out.getFD().sync();
        }
    }

    /** Copies a file with another header, and gives the SHA-256 of what was written. */
    private static byte[] copied(Path file, byte[] header, OutputStream out) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(HEADER_BYTES, Files.size(file)));
            digest.update(header);
            out.write(header);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
