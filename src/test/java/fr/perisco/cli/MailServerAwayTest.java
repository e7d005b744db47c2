package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G10: A server that takes no mails is told in the clerk's language, with what to do; a server's own words stay. */
class MailServerAwayTest {
    private static final String WAITS_FR = "ce qui attend reste dans la file";
    private static final String WAITS_EN = "what waits stays in the queue";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void aMailWaits() {
        office = TestOffice.withFamilies(folder);
        office.done("credential", "send", "--family", "F0001");
    }

    private String told(String language, String waits, Map<String, String> login, String url, String... more) {
        List<String> args =
                new ArrayList<>(List.of("--lang", language, "mail", "send", "--timeout", "1", "--smtp", url));
        args.addAll(List.of(more));
        byte[] before = office.database();
        TestOffice.Answer answer = office.runAt(Clock.systemUTC(), login, args.toArray(String[]::new));
        assertThat(office.database()).isEqualTo(before);
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(answer.err()).contains(waits);
        assertThat(office.rows("SELECT state FROM mail")).containsExactly("waiting");
        return answer.err();
    }

    private void assertTold(String french, String english, String url, String... more) {
        assertThat(told("fr", WAITS_FR, Map.of(), url, more))
                .contains(french)
                .doesNotContainIgnoringCase("refused", "timed out", "Exception", "EOF", "path", "found", "response");
        assertThat(told("en", WAITS_EN, Map.of(), url, more)).contains(english);
    }

    @Test
    void aPortWhereNothingListens() throws IOException {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();
        assertTold(
                "rien n’y accepte de connexion ; vérifiez le port",
                "nothing takes connections there; check the port",
                "smtp://127.0.0.1:" + closed.getLocalPort() + "?starttls=none");
    }

    @Test
    void aNameThatNoMachineHas() {
        assertTold(
                "aucune machine de ce nom n’est connue ; vérifiez le nom",
                "no machine of that name is known; check the name",
                "smtp://mail.invalid:587");
    }

    @Test
    void aServerThatSaysNothing() throws IOException {
        try (Plain server = new Plain("")) {
            assertTold(
                    "il ne répond pas à temps ; vérifiez le nom et le port", "does not answer in time", server.url());
        }
    }

    @Test
    void aServerThatHangsUp() throws IOException {
        try (Plain server = new Plain()) {
            assertTold("a raccroché avant de prendre un message ; réessayez", "hung up before it took", server.url());
        }
    }

    @Test
    void aServerThatTakesNoMailFromHereIsQuoted() throws IOException {
        try (Plain server = new Plain("554 5.7.1 not from this network\r\n")) {
            assertTold(
                    "ne prend aucun message d’ici : 554 5.7.1 not from this network",
                    "takes no mail from here: 554 5.7.1 not from this network",
                    server.url());
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsFromTheStart() throws IOException {
        try (Plain server = new Plain("220 relay\r\n")) {
            assertTold(
                    "ne parle pas TLS d’emblée sur ce port ; écrivez smtp://",
                    "does not speak TLS from the start at that port; write smtp://",
                    "smtps://127.0.0.1:" + server.port());
        }
    }

    @Test
    void aServerThatRefusesTheUserIsQuoted() throws IOException {
        Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(folder.resolve("secret"), "s3cret\n");
        Map<String, String> login = Map.of(
                "PERISCO_SMTP_USER",
                "office",
                "PERISCO_SMTP_PASSWORD_FILE",
                folder.resolve("secret").toString());
        try (Plain server =
                new Plain("220 relay\r\n", "250-relay\r\n250 AUTH LOGIN\r\n", "535 5.7.8 who are you\r\n")) {
            assertThat(told("fr", WAITS_FR, login, server.url()))
                    .contains("refuse l’utilisateur ou le mot de passe : 535 5.7.8 who are you", "PERISCO_SMTP_USER");
        }
        String repeated = Base64.getEncoder().encodeToString("s3cret".getBytes(StandardCharsets.UTF_8));
        try (Plain server = new Plain(
                "220 relay\r\n", "250-relay\r\n250 AUTH LOGIN\r\n", "535 5.7.8 " + repeated + " is not s3cret\r\n")) {
            assertThat(told("fr", WAITS_FR, login, server.url()))
                    .contains("535 5.7.8 *** is not ***")
                    .doesNotContain(repeated, "s3cret");
        }
        try (Plain server = new Plain("220 relay\r\n", "250-relay\r\n250 AUTH GSSAPI\r\n", "500 no\r\n")) {
            assertThat(told("fr", WAITS_FR, login, server.url()))
                    .contains("ne laisse entrer personne par utilisateur et mot de passe ; demandez");
        }
    }

    @Test
    void aCertificateThatDoesNotVouchForTheServer() throws Exception {
        assertCertificate("ip:127.0.0.1", "aucune autorité reconnue", "--ca-file", false);
        assertCertificate("dns:mail.elsewhere.example", "porte un autre nom ; donnez", "bears another name", true);
    }

    private void assertCertificate(String names, String french, String english, boolean given) throws Exception {
        Path store = folder.resolve("keys" + names.length());
        keytool(store, names);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        office.write(
                "ca.pem",
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getCertificate("server").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        try (Plain server = new Plain(keys)) {
            String url = "smtps://127.0.0.1:" + server.port();
            if (given) {
                assertTold(french, english, url, "--ca-file", "ca.pem");
            } else {
                assertTold(french, english, url);
            }
        }
    }

    private void keytool(Path store, String names) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=relay",
                "-ext",
                "SAN=" + names,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool")))
                .isZero();
    }

    /** A server that says one thing after the other, whatever it hears; nothing at all; or hangs up at once. */
    private static final class Plain implements AutoCloseable {
        private final ServerSocket socket;

        Plain(String... answers) throws IOException {
            this(client -> answer(client, answers));
        }

        Plain(KeyStore keys) throws Exception {
            this(under(keys));
        }

        private interface Talk {
            void with(Socket client) throws IOException;
        }

        private Plain(Talk talk) throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(() -> serve(talk));
            thread.setDaemon(true);
            thread.start();
        }

        private static Talk under(KeyStore keys) throws Exception {
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return client -> {
                SSLSocket socket =
                        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
                socket.setUseClientMode(false);
                socket.startHandshake();
                answer(socket, "220 relay\r\n");
            };
        }

        private void serve(Talk talk) {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    talk.with(client);
                } catch (IOException e) {
                    continue;
                }
            }
        }

        private static void answer(Socket client, String... answers) throws IOException {
            for (String answer : answers) {
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                client.getOutputStream().flush();
                int heard = client.getInputStream().read();
                while (heard >= 0 && heard != '\n') {
                    heard = client.getInputStream().read();
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        String url() {
            return "smtp://127.0.0.1:" + port() + "?starttls=none";
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
