package fr.perisco.workflow;

import fr.perisco.store.OwnFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A file that one process at a time locks. The system gives the lock back whatever ends who has it. */
final class LockFile {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAUSE_MS = 50;

    private LockFile() {}

    /** What can be had, or not yet. */
    interface Attempt<T> {
        Optional<T> now() throws IOException;
    }

    /** Opens the file, which is made where it is missing. Closing it gives its lock back. */
    static FileChannel open(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                OwnFile.create(file);
                OwnFile.giveToOwnerOf(
                        Objects.requireNonNull(file.toAbsolutePath().getParent()), file);
            } catch (FileAlreadyExistsException e) {
                return FileChannel.open(file, StandardOpenOption.WRITE);
            }
        }
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** Takes the lock; false when somebody else has it. */
    static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Tries for up to 20 s; empty when it could not be had. */
    static <T> Optional<T> await(Attempt<T> attempt) throws IOException {
        long start = System.nanoTime();
        Optional<T> had = attempt.now();
        while (had.isEmpty() && System.nanoTime() - start <= PATIENCE.toNanos()) {
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            had = attempt.now();
        }
        return had;
    }
}
