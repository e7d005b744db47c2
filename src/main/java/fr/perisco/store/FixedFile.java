package fr.perisco.store;

import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A database where nothing may be written: there is no room for the log's index, so that it is read as it stands. That holds only as
 * long as nobody else writes, which is looked at again when the reading is done.
 */
record FixedFile(Path file, FileTime writtenAt, long bytes) {
    /** A file that can be read in no other way; empty for one that can. */
    static Optional<FixedFile> of(Path file) {
        Path whole = file.toAbsolutePath();
        boolean isFixed = Files.exists(whole)
                && !(Files.isWritable(whole) && Files.isWritable(whole.getParent()))
                && !Files.exists(log(whole));
        return isFixed ? Optional.of(asItStands(whole)) : Optional.empty();
    }

    static FixedFile asItStands(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FixedFile(file, attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            throw LastBackup.unusable("database.missing", file);
        }
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    String address() {
        return file.toUri() + "?immutable=1";
    }

    /**
     * @throws Unavailable when somebody wrote since: what was read may be of two moments
     */
    void requireUnchanged() {
        if (Files.exists(log(file)) || !equals(asItStands(file))) {
            throw Unavailable.because("database.written-meanwhile", file.toString());
        }
    }
}
