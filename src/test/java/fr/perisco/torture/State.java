package fr.perisco.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a place holds.
 *
 * @param content what the database holds
 * @param files digests of the files beside it, by name; those that are still being written, which begin with a dot, left out
 */
record State(String content, Map<String, String> files) {
    static State of(Job job, Path town) throws IOException, SQLException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(town)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = town.relativize(path).toString();
                if (!name.matches("town\\.db.*|(.*/)?\\..*|filler")) {
                    files.put(name, digest(job, path));
                }
            }
        }
        return new State(job.content(town.resolve("town.db")), files);
    }

    /** A copy of a database has bytes of its own. */
    private static String digest(Job job, Path file) throws IOException, SQLException {
        byte[] bytes = file.toString().endsWith(".db")
                ? job.content(file).getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether all files are whole ones of another state. */
    boolean hasOnlyFilesOf(State other) {
        return other.files.entrySet().containsAll(files.entrySet());
    }
}
