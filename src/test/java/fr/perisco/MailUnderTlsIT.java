package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails go out under TLS, to a server whose certificate is trusted and bears its name; else nothing is said to it (G17). */
class MailUnderTlsIT {
    private static final String CANARY = "canary-of-the-relay";

    @TempDir
    Path folder;

    private PackagedTool tool;

    @BeforeEach
    void aTownOfFamilies() throws Exception {
        tool = new PackagedTool(folder);
        assertThat(tool.run("t.db", "init", "--setup", PackagedTool.sample("setup"))
                        .exit())
                .isZero();
        assertThat(tool.run("t.db", "import", "families", PackagedTool.sample("families.csv"))
                        .exit())
                .isZero();
        Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(folder.resolve("secret"), CANARY + "\n");
    }

    private Path certificate(String name, String names) throws Exception {
        Path store = folder.resolve(name);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
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
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool")))
                .isZero();
        return store;
    }

    /** What Java trusts, in a file that the office gives to the tool. */
    private Path pem(String name) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            keys.load(in, "changeit".toCharArray());
        }
        String base64 = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("server").getEncoded());
        return Files.writeString(
                folder.resolve(name + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private PackagedTool.Result send(String url, Path trusted) throws Exception {
        return send(
                url,
                "-Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit"
                        + " -Djavax.net.ssl.trustStore=" + trusted);
    }

    private PackagedTool.Result send(String url, String java, String... more) throws Exception {
        List<String> args = new ArrayList<>(List.of("credential", "send", "--family", "F0001", "--smtp", url));
        args.addAll(List.of(more));
        return tool.result(tool.start(
                List.of(),
                Map.of(
                        "PERISCO_SMTP_USER",
                        "office",
                        "PERISCO_SMTP_PASSWORD_FILE",
                        folder.resolve("secret").toString(),
                        "PERISCO_JAVA_OPTS",
                        java),
                Path.of("/dev/null"),
                "t.db",
                args.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTownsOwnAuthorityVouchesForItsServerOnceItsFileIsGiven(boolean fromTheStart) throws Exception {
        certificate("other", "dns:mail.elsewhere.example");
        try (Relay relay = new Relay(certificate("known", "ip:127.0.0.1"), fromTheStart)) {
            String url = (fromTheStart ? "smtps" : "smtp") + "://127.0.0.1:" + relay.port();
            Path both = folder.resolve("both.pem");
            Files.writeString(
                    both, "The town's authorities\n" + Files.readString(pem("other")) + Files.readString(pem("known")));

            PackagedTool.Result without = send(url, "-Dnothing=told");
            assertThat(without.exit()).as(without.output()).isEqualTo(5);
            assertThat(without.output()).contains("127.0.0.1:" + relay.port(), "--ca-file");
            PackagedTool.Result another =
                    send(url, "-Dnothing=told", "--ca-file", pem("other").toString());
            assertThat(another.exit()).as(another.output()).isEqualTo(5);
            assertThat(relay.secret).isEmpty();

            PackagedTool.Result with = send(url, "-Dnothing=told", "--ca-file", both.toString());
            assertThat(with.exit()).as(with.output()).isZero();
            assertThat(relay.secret).contains("login office " + CANARY, "DATA");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoIsVouchedForUnderAnotherNameHearsNoSecret(boolean fromTheStart) throws Exception {
        try (Relay relay = new Relay(certificate("other", "dns:mail.elsewhere.example"), fromTheStart)) {
            String url = (fromTheStart ? "smtps" : "smtp") + "://127.0.0.1:" + relay.port();
            PackagedTool.Result result =
                    send(url, "-Dnothing=told", "--ca-file", pem("other").toString());

            assertThat(result.exit()).as(result.output()).isEqualTo(5);
            assertThat(result.output()).contains("127.0.0.1").doesNotContain("Exception in");
            assertThat(relay.secret).isEmpty();
        }
    }

    @Test
    void whomJavaTrustsGoesOnBeingTrustedBesideTheFile() throws Exception {
        Path known = certificate("known", "ip:127.0.0.1");
        certificate("other", "dns:mail.elsewhere.example");
        try (Relay relay = new Relay(known, false)) {
            PackagedTool.Result result = send(
                    "smtp://127.0.0.1:" + relay.port(),
                    "-Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit"
                            + " -Djavax.net.ssl.trustStore=" + known,
                    "--ca-file",
                    pem("other").toString());

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(relay.secret).contains("DATA");
        }
    }

    @Test
    void aTrustedServerGetsPasswordsUnderStartTlsOnly() throws Exception {
        Path known = certificate("known", "ip:127.0.0.1");
        try (Relay relay = new Relay(known, false)) {
            PackagedTool.Result result = send("smtp://127.0.0.1:" + relay.port(), known);

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(relay.clear).containsExactly("EHLO", "STARTTLS");
            assertThat(relay.secret).contains("login office " + CANARY, "MAIL", "RCPT", "DATA");
            assertThat(String.join("\n", relay.secret)).contains("Content-Type");
            assertThat(result.output()).doesNotContain(CANARY);
        }
    }

    @Test
    void aTrustedServerIsTalkedToUnderTlsFromTheStart() throws Exception {
        Path known = certificate("known", "ip:127.0.0.1");
        try (Relay relay = new Relay(known, true)) {
            PackagedTool.Result result = send("smtps://127.0.0.1:" + relay.port(), known);

            assertThat(result.exit()).as(result.output()).isZero();
            assertThat(relay.clear).isEmpty();
            assertThat(relay.secret).contains("login office " + CANARY, "DATA");
        }
    }

    @Test
    void aServerThatNobodyVouchesForOrOfAnotherNameHearsNoSecret() throws Exception {
        Path known = certificate("known", "ip:127.0.0.1");
        Path stranger = certificate("stranger", "ip:127.0.0.1");
        Path other = certificate("other", "dns:mail.elsewhere.example");
        for (Path shown : List.of(stranger, other)) {
            Path trusted = shown.equals(stranger) ? known : other;
            try (Relay relay = new Relay(shown, false)) {
                PackagedTool.Result result = send("smtp://127.0.0.1:" + relay.port(), trusted);

                assertThat(result.exit()).as(result.output()).isEqualTo(5);
                assertThat(result.output()).contains("127.0.0.1").doesNotContain("Exception in");
                assertThat(relay.clear).containsExactly("EHLO", "STARTTLS");
                assertThat(relay.secret).isEmpty();
            }
        }
        assertThat(tool.run("t.db", "credential", "list", "--family", "F0001").output())
                .doesNotContain("mailed");
    }

    /** A mail server with a certificate. It notes what it hears in clear, and what under TLS. */
    private static final class Relay implements AutoCloseable {
        final List<String> clear = Collections.synchronizedList(new ArrayList<>());
        final List<String> secret = Collections.synchronizedList(new ArrayList<>());
        private final ServerSocket socket;
        private final SSLContext context;
        private final boolean fromTheStart;

        Relay(Path store, boolean fromTheStart) throws Exception {
            this.fromTheStart = fromTheStart;
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, "changeit".toCharArray());
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, "changeit".toCharArray());
            context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(this::serve);
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    if (fromTheStart) {
                        underTls(client);
                    } else {
                        inClear(client);
                    }
                } catch (IOException e) {
                    continue;
                }
            }
        }

        private void inClear(Socket client) throws IOException {
            say(client, "220 relay");
            // Byte by byte: what follows STARTTLS belongs to the handshake.
            for (String line = line(client); !line.isEmpty(); line = line(client)) {
                clear.add(line.split(" ")[0]);
                if (line.startsWith("EHLO")) {
                    say(client, "250-relay\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS");
                } else if (line.startsWith("STARTTLS")) {
                    say(client, "220 go on");
                    underTls(client);
                    return;
                } else {
                    say(client, "250 ok");
                }
            }
        }

        private static String line(Socket client) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int letter = client.getInputStream().read(); letter >= 0 && letter != '\n'; ) {
                line.append((char) letter);
                letter = client.getInputStream().read();
            }
            return line.toString().strip();
        }

        private void underTls(Socket client) throws IOException {
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            if (fromTheStart) {
                say(socket, "220 relay");
            }
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("AUTH PLAIN")) {
                    String[] login = new String(Base64.getDecoder().decode(line.substring(11)), StandardCharsets.UTF_8)
                            .split("\0", -1);
                    secret.add("login " + login[1] + " " + login[2]);
                    say(socket, "235 welcome");
                } else if (line.equals("DATA")) {
                    secret.add("DATA");
                    say(socket, "354 go on");
                    for (String content = in.readLine(); !content.equals("."); content = in.readLine()) {
                        secret.add(content);
                    }
                    say(socket, "250 taken");
                } else {
                    secret.add(line.split("[ :]")[0]);
                    say(socket, line.startsWith("EHLO") ? "250-relay\r\n250 AUTH PLAIN" : "250 ok");
                }
            }
        }

        private static void say(Socket client, String answer) throws IOException {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
