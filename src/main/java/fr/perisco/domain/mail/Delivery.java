package fr.perisco.domain.mail;

import fr.perisco.domain.reason.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to send a mail.
 *
 * @param reply the server's words; empty for none
 * @param reason in words of ours; null where the server said it
 */
public record Delivery(
        Outcome outcome, String reply, @Nullable Reason reason) {
    /** How an attempt ends. */
    public enum Outcome {
        ACCEPTED,
        /** The server answered 4xx, or went away before the content: it took nothing. */
        DEFERRED,
        /** The server answered 5xx to this mail. */
        REFUSED,
        /** The connection was lost in the content, or before the answer to it. */
        UNCERTAIN,
        /** The server takes nothing from this sender: no other mail would fare better. */
        SENDER_REFUSED,
        /** It was not tried: nobody takes mails now. */
        NOT_TRIED,
        /** The mail cannot be made from what the office has now. */
        NOT_MADE,
        /** There is no need for it any more. */
        NOT_NEEDED
    }

    public static Delivery of(Outcome outcome, String reply) {
        return new Delivery(outcome, reply, null);
    }

    public static Delivery of(Outcome outcome, Reason reason) {
        return new Delivery(outcome, "", reason);
    }

    /**
     * The state of the mail after it.
     *
     * @param attempts made so far, this one included
     */
    public MailState stateAfter(int attempts) {
        return switch (outcome) {
            case ACCEPTED -> MailState.SENT;
            case DEFERRED -> RetryDelays.after(attempts).isPresent() ? MailState.DEFERRED : MailState.FAILED;
            case REFUSED, NOT_MADE -> MailState.FAILED;
            case UNCERTAIN -> MailState.UNCERTAIN;
            case NOT_TRIED, SENDER_REFUSED -> MailState.WAITING;
            case NOT_NEEDED -> MailState.CANCELLED;
        };
    }

    /**
     * When it is tried again by itself; null for never.
     *
     * @param attempts made so far, this one included
     */
    public @Nullable Instant nextAttempt(int attempts, Instant now) {
        return stateAfter(attempts) == MailState.DEFERRED
                ? RetryDelays.after(attempts).map(now::plus).orElse(null)
                : null;
    }

    /** Whether the mail is as if nobody had taken it up: it waits, and no attempt is counted. */
    public boolean isUndone() {
        return outcome == Outcome.NOT_TRIED || outcome == Outcome.SENDER_REFUSED;
    }

    /** Whether the server may have it. */
    public boolean mayHaveArrived() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.UNCERTAIN;
    }
}
