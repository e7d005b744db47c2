package fr.perisco.workflow;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.Delivery.Outcome;
import fr.perisco.domain.mail.MailServer;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.exchange.mail.LetterMessage;
import fr.perisco.exchange.mail.SmtpConnection;
import fr.perisco.exchange.mail.SmtpLogin;
import fr.perisco.exchange.mail.TrustedAuthorities;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes mails to a server, over one connection as long as it lasts. A server that has taken mails and then hangs up before the next
 * one has gone out is called again for it; one that is lost again and again is left alone.
 */
final class SmtpPostman implements Postman {
    private static final int LOSSES_BORNE = 3;

    private final MailServer server;
    private final Optional<SmtpLogin> login;
    private final Optional<TrustedAuthorities> authorities;
    private final Duration patience;
    private @Nullable SmtpConnection connection;
    private boolean used;
    private int losses;

    SmtpPostman(
            MailServer server, Optional<SmtpLogin> login, Optional<TrustedAuthorities> authorities, Duration patience) {
        this.server = server;
        this.login = login;
        this.authorities = authorities;
        this.patience = patience;
    }

    @Override
    public void reach() {
        if (losses == LOSSES_BORNE) {
            throw Unavailable.because("mail.server-unreliable", server.toString(), losses);
        }
        connected();
    }

    @Override
    public Delivery deliver(QueuedMail mail, LetterMessage message) {
        reach();
        Delivery delivery = connected().send(message);
        if (used && isLost() && delivery.outcome() == Outcome.DEFERRED) {
            delivery = connected().send(message);
        }
        used |= !isLost();
        losses = isLost() ? losses + 1 : 0;
        return delivery;
    }

    private SmtpConnection connected() {
        SmtpConnection current = connection;
        if (current == null || !current.isOpen()) {
            used = false;
            current = SmtpConnection.open(server, login, authorities, patience);
            connection = current;
        }
        return current;
    }

    private boolean isLost() {
        return connection != null && !connection.isOpen();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
