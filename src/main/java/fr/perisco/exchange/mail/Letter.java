package fr.perisco.exchange.mail;

import fr.perisco.domain.mail.MailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail to one family.
 *
 * @param id its number in the queue: with the moment, it makes the Message-ID
 * @param queuedAt its date, whenever it is sent
 * @param to one e-mail address
 */
public record Letter(
        long id,
        Instant queuedAt,
        MailAddress from,
        Optional<MailAddress> replyTo,
        String to,
        MailText text,
        List<Attachment> attachments) {
    public Letter {
        attachments = List.copyOf(attachments);
    }
}
