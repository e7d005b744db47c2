package fr.perisco.domain.mail;

import fr.perisco.domain.reason.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the queue.
 *
 * @param recipient one e-mail address
 * @param attempts how many times it was begun to be sent, with an answer or without one
 * @param reply the server's last words; empty for none
 * @param reason why it is where it is, where no server said so
 * @param nextAttemptAt when it is due; null where it is not to be sent
 */
public record QueuedMail(
        long id,
        MailKind kind,
        long familyId,
        String familyCode,
        String familyName,
        String recipient,
        MailSubject subject,
        MailState state,
        int attempts,
        String reply,
        @Nullable Reason reason,
        Instant queuedAt,
        Instant updatedAt,
        @Nullable Instant nextAttemptAt) {
    /** The same mail to another address. */
    public QueuedMail to(String address) {
        return new QueuedMail(
                id,
                kind,
                familyId,
                familyCode,
                familyName,
                address,
                subject,
                state,
                attempts,
                reply,
                reason,
                queuedAt,
                updatedAt,
                nextAttemptAt);
    }
}
