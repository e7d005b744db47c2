package fr.perisco.store;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of which a database consists, whosever it is (<a href="https://www.sqlite.org/fileformat.html">file format, 1.3</a>). */
public final class DatabaseFile {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern LOG = Pattern.compile("(.+)-(wal|shm|journal)");

    private DatabaseFile() {}

    /** Whether something else in this file's place would end a database: it is one, or its log. */
    public static boolean isPartOfOne(Path file) throws IOException {
        Matcher log = LOG.matcher(String.valueOf(file.getFileName()));
        return isOne(file) || (log.matches() && isOne(file.resolveSibling(log.group(1))));
    }

    /** Whether a name leads to a folder, or to a file that holds something and is no database. */
    public static boolean isOther(Path file) {
        try {
            return Files.exists(file) && !isOne(file) && (Files.isDirectory(file) || Files.size(file) > 0);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-read", file.toString()), e);
        }
    }

    private static boolean isOne(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return begins(in.readNBytes(MAGIC.length));
        }
    }

    /** Whether these are the first bytes of a database. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }
}
