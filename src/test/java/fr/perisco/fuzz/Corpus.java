package fr.perisco.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept for a target: small ones to begin with, and every one that ever broke it. */
final class Corpus {
    private static final Path ROOT = Path.of("src", "test", "resources", "fuzz");
    private static final int NAME_DIGITS = 12;

    private Corpus() {}

    static Path of(Target target) {
        return ROOT.resolve(target.name());
    }

    static List<Path> inputs(Target target) throws IOException {
        try (Stream<Path> files = Files.list(of(target))) {
            return files.sorted().toList();
        }
    }

    /** Keeps what broke a target. */
    static Path keep(Target target, byte[] input) throws IOException {
        Path file = of(target).resolve("found-" + digest(input));
        Files.createDirectories(file.getParent());
        return Files.write(file, input);
    }

    private static String digest(byte[] input) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
            return HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
