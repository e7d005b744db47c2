package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.Consumer;

/** A file that is written and synced beside its place, and gets its name when what it tells of is kept. */
final class StagedFile {
    private final Path file;
    private final Path beside;

    private StagedFile(Path file) {
        this.file = file;
        this.beside = WholeFile.beside(file);
    }

    /**
     * @throws Unavailable when it cannot be written
     */
    static StagedFile write(Path file, Consumer<OutputStream> content) {
        StagedFile staged = new StagedFile(file);
        try {
            WholeFile.createFolder(staged.folder());
            Files.deleteIfExists(staged.beside);
            WholeFile.create(staged.beside, content);
            return staged;
        } catch (IOException | UncheckedIOException e) {
            throw staged.cannotWrite(e);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    /** Gives the file its name, in place of another that may have it. */
    void place() {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            WholeFile.sync(folder());
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Throws the file away, unless it has its name. */
    void discard() {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private Unavailable cannotWrite(Exception cause) {
        return new Unavailable(Reason.of("file.cannot-write", file.toString()), cause);
    }
}
