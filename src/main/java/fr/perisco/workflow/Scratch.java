package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A database file that is thrown away, or that gets another name when it is whole; readable by its owner only.
 *
 * @param file hidden, in the folder where it may stay
 */
record Scratch(Path file) {
    private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

    /** What whoever is asked to stop, by SIGTERM or Ctrl-C, leaves to be thrown away. */
    private static final Set<Scratch> LYING_ABOUT = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LYING_ABOUT.forEach(Scratch::discard)));
    }

    /** Makes it anew and empty: nothing of one that was cut off is left. */
    void create() throws IOException {
        delete();
        LYING_ABOUT.add(this);
        OwnFile.create(file);
    }

    void discard() {
        try {
            delete();
            LYING_ABOUT.remove(this);
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
