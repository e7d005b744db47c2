package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A database file that is thrown away, or that gets another name when it is whole; readable by its owner only.
 *
 * @param file hidden, in the folder where it may stay
 */
record Scratch(Path file) {
    private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

    /** Makes it anew and empty: nothing of one that was cut off is left. */
    void create() throws IOException {
        delete();
        WholeFile.createEmpty(file);
    }

    void discard() {
        try {
            delete();
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    private void delete() throws IOException {
        for (String part : PARTS) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
    }
}
