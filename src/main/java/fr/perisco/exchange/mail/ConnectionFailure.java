package fr.perisco.exchange.mail;

import fr.perisco.domain.mail.MailServer;
import fr.perisco.domain.reason.Reason;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Why there is no talk with a server, in words of our own: those of Java are English and say nothing of what to do. The server's words
 * stay where it said something; Java's stay for a cause that is not foreseen.
 */
final class ConnectionFailure {
    /** What a server's answer begins with, RFC 5321. */
    private static final Pattern ANSWER = Pattern.compile("[245]\\d\\d[ -].*", Pattern.DOTALL);

    private ConnectionFailure() {}

    /**
     * @param answer the server's last answer; empty for none
     * @param harmless takes secrets out of a server's words
     */
    static Reason reason(MailServer server, MessagingException failure, String answer, UnaryOperator<String> harmless) {
        String name = server.toString();
        Throwable deepest = deepest(failure);
        String words = harmless.apply(SmtpAnswer.words(message(deepest)));
        if (failure instanceof AuthenticationFailedException) {
            return ANSWER.matcher(words).matches()
                    ? Reason.of("mail.server-login", name, words)
                    : Reason.of("mail.server-login-unfit", name, words);
        }
        if (words.startsWith("STARTTLS is required")) {
            return Reason.of("mail.server-starttls", name);
        }
        if (ANSWER.matcher(answer).matches() && !answer.startsWith("2")) {
            return Reason.of("mail.server-refuses", name, harmless.apply(SmtpAnswer.words(answer)));
        }
        String code = deepest instanceof CertPathBuilderException || deepest instanceof CertificateException
                ? certificateCode(deepest)
                : networkCode(deepest, words.toLowerCase(Locale.ROOT));
        return code.isEmpty() ? Reason.of("mail.server-away", name, words) : Reason.of(code, name);
    }

    private static String certificateCode(Throwable deepest) {
        if (deepest instanceof CertPathBuilderException) {
            return "mail.server-untrusted";
        }
        if (deepest instanceof CertificateExpiredException) {
            return "mail.server-certificate-expired";
        }
        return deepest instanceof CertificateNotYetValidException
                ? "mail.server-certificate-early"
                : "mail.server-certificate";
    }

    /** Empty for a cause that is not foreseen. */
    private static String networkCode(Throwable deepest, String words) {
        if (deepest instanceof UnknownHostException) {
            return "mail.server-unknown";
        }
        if (deepest instanceof SocketTimeoutException || words.contains("timed out")) {
            return "mail.server-silent";
        }
        if (deepest instanceof NoRouteToHostException || words.contains("unreachable")) {
            return "mail.server-no-way";
        }
        if (deepest instanceof ConnectException) {
            return "mail.server-closed";
        }
        if (deepest instanceof EOFException
                || deepest instanceof SocketException
                || words.contains("[eof]")
                || words.contains("response: -1")) {
            return "mail.server-hung-up";
        }
        return deepest instanceof SSLException && words.contains("unrecognized ssl message")
                ? "mail.server-no-tls"
                : "";
    }

    private static Throwable deepest(MessagingException failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private static String message(Throwable deepest) {
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }
}
