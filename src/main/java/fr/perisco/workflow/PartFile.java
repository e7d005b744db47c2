package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.OwnFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file on its way to its place: hidden beside it, readable by its owner only, until it gets its name. One at a time writes it, and
 * others wait.
 */
final class PartFile implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final PartTurn turn;
    private boolean isMoved;

    private PartFile(Path file, Path part, PartTurn turn) {
        this.file = file;
        this.part = part;
        this.turn = turn;
    }

    /**
     * Writes a file and syncs it, its folder too where it is missing.
     *
     * @throws Unavailable when it cannot be written, or somebody else writes it for longer than 20 s
     */
    static PartFile write(Path file, Consumer<OutputStream> content) {
        PartFile taken = take(file, () -> {});
        boolean isWritten = false;
        try {
            taken.fill(content);
            taken.sync();
            isWritten = true;
            return taken;
        } finally {
            if (!isWritten) {
                taken.close();
            }
        }
    }

    /**
     * Takes the turn to write a file, behind a link the one that it leads to; it is empty, its folder made where it is missing.
     *
     * @param meanwhile gives back what others may be waiting for; called each time before the turn is waited for
     * @throws Unavailable when it cannot be made, or somebody else writes it for longer than 20 s
     * @throws fr.perisco.domain.reason.Refused when a database stands there
     */
    static PartFile take(Path named, Runnable meanwhile) {
        if (WholeFile.isStream(named)) {
            throw Unavailable.because("file.no-file", named.toString());
        }
        WholeFile.requireNoDatabase(named);
        try {
            return take(named, OwnFile.behindLinks(named), meanwhile);
        } catch (IOException e) {
            throw cannotWrite(named, e);
        }
    }

    private static PartFile take(Path named, Path file, Runnable meanwhile) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        WholeFile.createFolder(folder);
        Path part = folder.toRealPath().resolve(WholeFile.beside(file).getFileName());
        return LockFile.await(() -> PartTurn.take(part).or(() -> {
                    meanwhile.run();
                    return Optional.empty();
                }))
                .map(turn -> new PartFile(file, part, turn))
                .orElseThrow(() -> Unavailable.because("file.other-at-work", named.toString(), part.toString()));
    }

    /**
     * Writes into the file; nothing is synced yet.
     *
     * @throws Unavailable when it cannot be written
     */
    void fill(Consumer<OutputStream> content) {
        try {
            BufferedOutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(turn.channel()));
            content.accept(buffered);
            buffered.flush();
        } catch (IOException | UncheckedIOException e) {
            throw cannotWrite(file, e);
        }
    }

    /**
     * Makes what was written outlast a power cut.
     *
     * @throws Unavailable when it cannot be written
     */
    void sync() {
        try {
            turn.channel().force(true);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /**
     * Gives the file its name, in place of another that may have it; the name is not synced yet.
     *
     * @throws Unavailable when it cannot have it
     */
    void move() {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            isMoved = true;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /**
     * Gives the file its name, for good.
     *
     * @throws Unavailable when it cannot have it
     */
    void place() {
        move();
        try {
            WholeFile.sync(Objects.requireNonNull(part.getParent()));
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Gives the turn back, and throws the file away unless it has its name. */
    @Override
    public void close() {
        try (turn) {
            if (!isMoved) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static Unavailable cannotWrite(Path file, Exception cause) {
        return new Unavailable(Reason.of("file.cannot-write", file.toString()), cause);
    }
}
