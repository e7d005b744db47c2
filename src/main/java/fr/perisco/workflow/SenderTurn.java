package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The turn to send an office's mails, which one sender at a time has. It is a lock on a file beside the database, which the system
 * gives back whatever ends the sender.
 */
final class SenderTurn implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private SenderTurn(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the turn; empty when another sender has it.
     *
     * @throws Unavailable when no file can be written beside the database
     */
    static Optional<SenderTurn> take(Office office) {
        Path file = Path.of(office.database().name() + "-mail");
        try {
            if (!Files.exists(file)) {
                createEmpty(file);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(channel);
            if (lock.isEmpty()) {
                channel.close();
            }
            return lock.map(taken -> new SenderTurn(channel, taken));
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    /**
     * Does a piece of work in the turn; a rehearsal needs none.
     *
     * @throws Refused when another sender has the turn
     */
    static <T> T during(Office office, Supplier<T> work) {
        if (office.isRehearsal()) {
            return work.get();
        }
        SenderTurn turn = take(office).orElseThrow(() -> Refused.because("mail.other-at-work"));
        try (turn) {
            T result = work.get();
            office.keep();
            return result;
        }
    }

    private static void createEmpty(Path file) throws IOException {
        try {
            WholeFile.createEmpty(file);
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
