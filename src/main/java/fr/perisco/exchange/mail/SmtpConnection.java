package fr.perisco.exchange.mail;

import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.Delivery.Outcome;
import fr.perisco.domain.mail.MailServer;
import fr.perisco.domain.mail.MailServer.Security;
import fr.perisco.domain.reason.Unavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One talk with a server, for many mails. */
public final class SmtpConnection implements AutoCloseable {
    private final SMTPTransport transport;
    private boolean open = true;

    private SmtpConnection(SMTPTransport transport) {
        this.transport = transport;
    }

    /**
     * Connects.
     *
     * @param authorities who may vouch for the server, beside those whom Java trusts
     * @param patience for each answer
     * @throws Unavailable when the server is away, does not offer TLS where it must, has a certificate that nobody vouches for or that
     *     bears another name, asks for no user where one is given, or does not know the user
     */
    public static SmtpConnection open(
            MailServer server, Optional<SmtpLogin> login, Optional<TrustedAuthorities> authorities, Duration patience) {
        SMTPTransport transport = null;
        try {
            Properties properties = properties(server, login.isPresent(), patience);
            authorities.ifPresent(
                    trusted -> properties.put("mail.smtp.ssl.socketFactory", new PromptTlsSockets(trusted.sockets())));
            Session session = Session.getInstance(properties);
            transport = (SMTPTransport) session.getTransport("smtp");
            transport.connect(
                    server.host().replaceAll("[\\[\\]]", ""),
                    server.port(),
                    login.map(SmtpLogin::user).orElse(null),
                    login.map(SmtpLogin::password).orElse(null));
            SmtpConnection connection = new SmtpConnection(transport);
            if (login.isPresent() && !transport.supportsExtension("AUTH")) {
                connection.close();
                throw Unavailable.because("mail.server-no-login", server.toString());
            }
            return connection;
        } catch (MessagingException e) {
            throw new Unavailable(
                    ConnectionFailure.reason(
                            server,
                            e,
                            lastAnswer(transport),
                            words ->
                                    login.map(who -> who.withoutPassword(words)).orElse(words)),
                    e);
        }
    }

    private static Properties properties(MailServer server, boolean login, Duration patience) {
        String wait = Long.toString(patience.toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", wait);
        properties.setProperty("mail.smtp.timeout", wait);
        properties.setProperty("mail.smtp.writetimeout", wait);
        properties.setProperty("mail.smtp.auth", Boolean.toString(login));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.security() == Security.TLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.security() == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    private static String lastAnswer(@Nullable SMTPTransport transport) {
        String answer = transport == null ? null : transport.getLastServerResponse();
        return answer == null ? "" : answer;
    }

    /** Whether it can still be used. */
    public boolean isOpen() {
        return open;
    }

    /** Sends one mail. Whatever comes of it, the connection is ready for the next one, or closed. */
    public Delivery send(LetterMessage message) {
        try {
            message.startAgain();
            transport.sendMessage(message, message.getAllRecipients());
            return Delivery.of(Outcome.ACCEPTED, SmtpAnswer.words(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            SmtpAnswer answer = SmtpAnswer.of(e);
            if (answer.endsConnection()) {
                close();
            } else {
                forget();
            }
            return answer.delivery(message.isBegun(), e);
        }
    }

    /** Lets the server forget what it refused. */
    private void forget() {
        try {
            transport.issueCommand("RSET", 250);
        } catch (MessagingException e) {
            close();
        }
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                transport.close();
            } catch (MessagingException e) {
                open = false;
            }
        }
    }
}
