package fr.perisco.workflow;

import fr.perisco.domain.office.DatabaseAddress.InFile;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The turn to send an office's mails, which one sender at a time has. It is a lock on a file beside the database, or the server's, and
 * is given back whatever ends the sender.
 */
final class SenderTurn implements AutoCloseable {
    private final Closeable turn;

    private SenderTurn(Closeable turn) {
        this.turn = turn;
    }

    /**
     * Takes the turn; empty when another sender has it.
     *
     * @throws Unavailable when no file can be written beside the database
     */
    static Optional<SenderTurn> take(Office office) {
        return office.database().address() instanceof InFile in
                ? take(in.file().resolveSibling(in.file().getFileName() + "-mail"))
                : office.database().takeTurn("mail").map(SenderTurn::new);
    }

    private static Optional<SenderTurn> take(Path file) {
        try {
            FileChannel channel = LockFile.open(file);
            if (!LockFile.lock(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new SenderTurn(channel));
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

    @Override
    public void close() {
        try {
            turn.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
