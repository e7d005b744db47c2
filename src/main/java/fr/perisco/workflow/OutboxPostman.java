package fr.perisco.workflow;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.Delivery.Outcome;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.exchange.mail.LetterMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Writes each mail into a file of its own, which any mail program opens: {@code 000012-invoice.eml}. */
final class OutboxPostman implements Postman {
    private static final Pattern NAME = Pattern.compile("\\d{6,}-[a-z-]+\\.eml");

    private final Path folder;

    private OutboxPostman(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes a folder into use. Mails that a sender who was killed left half written are thrown away: a password that stands in one
     * reached nobody, and the mail that is written anew carries another.
     */
    static OutboxPostman open(Path folder) {
        WholeFile.discardHalves(folder, NAME);
        return new OutboxPostman(folder);
    }

    @Override
    public void reach() {
        // a folder is always there, or made
    }

    @Override
    public Delivery deliver(QueuedMail mail, LetterMessage message) {
        String name = "%06d-%s.eml".formatted(mail.id(), mail.kind().code());
        WholeFile.write(folder.resolve(name), out -> {
            try {
                message.writeFile(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Delivery.of(Outcome.ACCEPTED, name);
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
