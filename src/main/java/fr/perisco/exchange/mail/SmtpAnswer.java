package fr.perisco.exchange.mail;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.Delivery.Outcome;
import fr.perisco.domain.reason.Reason;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a failure to send means. Angus Mail throws the same exception for 450 and 550: the answer's number stands in a nested one. It
 * throws the same, too, for a connection that was cut in the middle of the content and after its end: from the content's beginning on,
 * a cut is doubt.
 *
 * @param code the answer's number; -1 where none came
 * @param reply the server's words
 * @param isToSender whether it answers to {@code MAIL FROM}
 */
record SmtpAnswer(int code, String reply, boolean isToSender) {
    private static final int NO_ANSWER = -1;
    private static final int CLOSING = 421;
    private static final int TOO_LARGE = 552;
    private static final int LONGEST_REPLY = 300;

    static SmtpAnswer of(MessagingException failure) {
        SmtpAnswer answer = new SmtpAnswer(NO_ANSWER, "", false);
        for (Exception nested : chain(failure)) {
            if (nested instanceof SMTPAddressFailedException address) {
                return new SmtpAnswer(
                        address.getReturnCode(), words(Objects.requireNonNullElse(address.getMessage(), "")), false);
            }
            if (answer.code == NO_ANSWER && nested instanceof SMTPSendFailedException send) {
                boolean sender = Optional.ofNullable(send.getCommand())
                        .filter(command -> command.startsWith("MAIL"))
                        .isPresent();
                answer = new SmtpAnswer(
                        send.getReturnCode(), words(Objects.requireNonNullElse(send.getMessage(), "")), sender);
            }
        }
        return answer;
    }

    private static List<Exception> chain(MessagingException failure) {
        List<Exception> chain = new ArrayList<>();
        Exception next = failure;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = next instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return chain;
    }

    /** A server's answer as one line of at most 300 characters. */
    static String words(String reply) {
        String line = PlainLine.of(reply);
        return line.length() > LONGEST_REPLY ? line.substring(0, LONGEST_REPLY) + "…" : line;
    }

    /** Whether the connection is of no more use. */
    boolean endsConnection() {
        return code == CLOSING || code < 400;
    }

    /**
     * @param begun whether some of the content had gone out
     */
    Delivery delivery(boolean begun, MessagingException failure) {
        if (code >= 500) {
            return Delivery.of(isToSender && code != TOO_LARGE ? Outcome.SENDER_REFUSED : Outcome.REFUSED, reply);
        }
        if (code >= 400) {
            return Delivery.of(Outcome.DEFERRED, reply);
        }
        if (begun) {
            return Delivery.of(
                    Outcome.UNCERTAIN,
                    Reason.of(isTimeout(failure) ? "mail.no-answer-in-time" : "mail.cut-before-answer"));
        }
        return Delivery.of(Outcome.DEFERRED, Reason.of(isTimeout(failure) ? "mail.stalled" : "mail.cut"));
    }

    private static boolean isTimeout(MessagingException failure) {
        return chain(failure).stream().anyMatch(SocketTimeoutException.class::isInstance);
    }
}
