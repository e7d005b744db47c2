package fr.perisco.store;

import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * What was deleted or replaced stays readable in the file until the file is rewritten. That this is still to be done is remembered
 * in an empty file beside the database, {@code FILE-rewrite}, as the tool may be killed between the erasure and the rewriting. On a
 * server, freed space is the server's.
 */
public final class FreedSpace {
    private final Database database;
    private final Optional<Path> mark;

    public FreedSpace(Database database) {
        this.database = database;
        this.mark = database.address() instanceof InFile in
                ? Optional.of(in.file().resolveSibling(in.file().getFileName() + "-rewrite"))
                : Optional.empty();
    }

    /** Remembers that the file is to be rewritten; before what is erased is kept. */
    public void announce() {
        mark.ifPresent(FreedSpace::create);
    }

    private static void create(Path mark) {
        try {
            Files.createFile(mark, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw Unavailable.because("database.read-only", mark.toString());
        }
    }

    /** Whether something was erased and the file was not rewritten since. */
    public boolean isAnnounced() {
        return mark.isPresent() && Files.exists(mark.get());
    }

    /**
     * Keeps what was erased and rewrites the file and its log without any free space.
     *
     * @throws Unavailable when another program reads or writes, or the disk is full; what was erased stays erased then, and the
     *     next call tries again
     */
    public void clear() {
        database.keep();
        try {
            database.engine().rewrite();
            if (mark.isPresent()) {
                Files.deleteIfExists(mark.get());
            }
        } catch (Unavailable | IOException e) {
            throw Unavailable.because("erasure.not-rewritten", database.name());
        }
    }
}
