package fr.perisco.workflow;

import fr.perisco.store.OwnFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The turn to write the part of a file, which one at a time has. It is a lock on the part itself, made anew for each turn: the name
 * changes hands only under the lock, and the system gives the lock back whatever ends who has it.
 */
final class PartTurn implements AutoCloseable {
    /** Closing a file gives back all locks that this process has on it: a second thread must not even open it. */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path part;
    private final FileChannel channel;

    private PartTurn(Path part, FileChannel channel) {
        this.part = part;
        this.channel = channel;
    }

    /** Takes the turn, and throws away what somebody left who was killed in it; empty when somebody else has it. */
    static Optional<PartTurn> take(Path part) throws IOException {
        if (!HERE.add(part)) {
            return Optional.empty();
        }
        Optional<PartTurn> turn = Optional.empty();
        try {
            turn = isClear(part) ? made(part) : Optional.empty();
            return turn;
        } finally {
            if (turn.isEmpty()) {
                HERE.remove(part);
            }
        }
    }

    /** Throws away what somebody left who was killed in the turn; while somebody has it, nothing happens. */
    static void discardLeft(Path part) throws IOException {
        if (HERE.add(part)) {
            try {
                isClear(part);
            } finally {
                HERE.remove(part);
            }
        }
    }

    /** Whether nobody has the turn; a file that may not be opened is somebody's, as far as can be told. */
    private static boolean isClear(Path part) throws IOException {
        if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try {
            Optional<FileChannel> left = locked(part);
            if (left.isEmpty()) {
                return false;
            }
            try {
                Files.delete(part);
            } finally {
                left.get().close();
            }
            return true;
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    /** Until it is locked, a new part looks like one that was left: another process may throw it away. */
    private static Optional<PartTurn> made(Path part) throws IOException {
        try {
            OwnFile.create(part);
        } catch (FileAlreadyExistsException e) {
            return Optional.empty();
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(Objects.requireNonNull(part.getParent()))) {
                return Optional.empty();
            }
            throw e;
        }
        return locked(part).map(channel -> new PartTurn(part, channel));
    }

    /** The lock on what has the name; empty when somebody else has it, or the name went to another file meanwhile. */
    private static Optional<FileChannel> locked(Path part) throws IOException {
        boolean isLocked = false;
        try {
            Object before = identity(part);
            FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            try {
                isLocked = LockFile.lock(channel) && Objects.equals(before, identity(part));
                return isLocked ? Optional.of(channel) : Optional.empty();
            } finally {
                if (!isLocked) {
                    channel.close();
                }
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object identity(Path part) throws IOException {
        return Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    /** What is written in the turn, empty at first. */
    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.remove(part);
        }
    }
}
