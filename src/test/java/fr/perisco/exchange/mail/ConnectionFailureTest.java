package fr.perisco.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.mail.MailServer;
import fr.perisco.domain.reason.Reason;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Causes that no server on this machine can bring about when it is asked to. */
class ConnectionFailureTest {
    private static final MailServer SERVER = MailServer.parse("smtps://mail.town.example");

    private static Reason told(Exception cause) {
        IOException handshake = new SSLHandshakeException("handshake");
        handshake.initCause(cause);
        return ConnectionFailure.reason(
                SERVER, new MessagingException("Could not connect", handshake), "", words -> words);
    }

    @Test
    void eachCauseHasWordsOfItsOwn() {
        assertThat(told(new CertificateExpiredException("NotAfter: Sun Nov 29")).code())
                .isEqualTo("mail.server-certificate-expired");
        assertThat(told(new CertificateNotYetValidException("NotBefore: Sun Nov 29"))
                        .code())
                .isEqualTo("mail.server-certificate-early");
        assertThat(told(new EOFException("SSL peer shut down incorrectly")).code())
                .isEqualTo("mail.server-hung-up");
        assertThat(told(new SocketException("Connection reset")).code()).isEqualTo("mail.server-hung-up");
        assertThat(told(new NoRouteToHostException("No route to host")).code()).isEqualTo("mail.server-no-way");
        assertThat(told(new ConnectException("Network is unreachable")).code()).isEqualTo("mail.server-no-way");
        assertThat(told(new ConnectException("Connection timed out")).code()).isEqualTo("mail.server-silent");
    }

    @Test
    void aCauseThatIsNotForeseenKeepsItsTechnicalWords() {
        Reason reason = told(new IOException("Received fatal alert: protocol_version"));

        assertThat(reason.code()).isEqualTo("mail.server-away");
        assertThat(reason.details()).contains("Received fatal alert: protocol_version");
    }
}
