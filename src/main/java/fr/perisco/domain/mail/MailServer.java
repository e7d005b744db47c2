package fr.perisco.domain.mail;

import fr.perisco.domain.reason.Misused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * A server that takes mails, as {@code smtp://host:587}, {@code smtps://host} or {@code smtp://localhost:25?starttls=none} name it.
 *
 * @param port 1 to 65535
 */
public record MailServer(String host, int port, Security security) {
    /** How what is said to the server is kept from others. */
    public enum Security {
        /** TLS from STARTTLS on, or nothing is sent. */
        STARTTLS,
        /** TLS from the start. */
        TLS,
        /** In clear, which is for a relay on this machine. */
        NONE
    }

    private static final int SUBMISSION = 587;
    private static final int SUBMISSIONS = 465;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @throws Misused when it is none, holds a password, or asks to talk in clear to another machine
     */
    public static MailServer parse(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        boolean tls = scheme.equals("smtps");
        boolean path = uri.getRawPath() != null && !uri.getRawPath().matches("/?");
        if (host == null || !(tls || scheme.equals("smtp")) || path || uri.getRawFragment() != null) {
            throw Misused.because("mail.smtp-url", withoutUser(text));
        }
        if (uri.getRawUserInfo() != null) {
            throw Misused.because("mail.smtp-user-in-url");
        }
        int port = uri.getPort() < 0 ? tls ? SUBMISSIONS : SUBMISSION : uri.getPort();
        if (port < 1 || port > HIGHEST_PORT) {
            throw Misused.because("mail.smtp-url", withoutUser(text));
        }
        return new MailServer(host, port, tls ? tls(uri, text) : starttls(uri, host, text));
    }

    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException e) {
            throw Misused.because("mail.smtp-url", withoutUser(text));
        }
    }

    /** What a message may repeat: never what stands before an {@code @}. */
    private static String withoutUser(String text) {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    private static Security tls(URI uri, String text) {
        if (uri.getRawQuery() != null) {
            throw Misused.because("mail.smtp-url", withoutUser(text));
        }
        return Security.TLS;
    }

    private static Security starttls(URI uri, String host, String text) {
        String query = uri.getRawQuery();
        if (query == null || query.equals("starttls=required")) {
            return Security.STARTTLS;
        }
        if (!query.equals("starttls=none")) {
            throw Misused.because("mail.smtp-url", withoutUser(text));
        }
        if (!isLoopback(host)) {
            throw Misused.because("mail.smtp-in-clear", host);
        }
        return Security.NONE;
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }

    /** {@code host:port}. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
