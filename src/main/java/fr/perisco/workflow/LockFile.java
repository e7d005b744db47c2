package fr.perisco.workflow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file beside the database that one process at a time locks. The system gives the lock back whatever ends who has it. */
final class LockFile {
    private LockFile() {}

    /** Opens the file, which is made where it is missing. Closing it gives its lock back. */
    static FileChannel open(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                WholeFile.createEmpty(file);
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
}
