package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.LastBackup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The turn to back a database up or to restore it, which one at a time has. It is a lock on the file beside the database that
 * remembers its last backup; the system gives it back whatever ends who has it. Where nobody may write beside the database there is
 * no turn to take, and nothing is remembered.
 */
final class BackupTurn implements AutoCloseable {
    private final @Nullable FileChannel channel;

    private BackupTurn(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits up to 20 s for the turn.
     *
     * @throws Unavailable when another backup or restoration of the same database does not end
     */
    static BackupTurn await(Path database) {
        Path file = LastBackup.memoryOf(database);
        try {
            FileChannel channel = LockFile.open(file);
            if (LockFile.await(() -> LockFile.lock(channel) ? Optional.of(channel) : Optional.empty())
                    .isEmpty()) {
                channel.close();
                throw Unavailable.because("backup.other-at-work");
            }
            return new BackupTurn(channel);
        } catch (AccessDeniedException e) {
            return new BackupTurn(null);
        } catch (FileSystemException e) {
            if (Files.isWritable(file.toAbsolutePath().getParent())) {
                throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
            }
            return new BackupTurn(null);
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", file.toString()), e);
        }
    }

    /** Notes which backup can be restored when the database is damaged. */
    void remember(LastBackup backup) throws IOException {
        if (channel != null) {
            byte[] line = backup.written();
            channel.write(ByteBuffer.wrap(line), 0);
            channel.truncate(line.length);
            channel.force(true);
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new Unavailable(Reason.of("backup.other-at-work"), e);
            }
        }
    }
}
