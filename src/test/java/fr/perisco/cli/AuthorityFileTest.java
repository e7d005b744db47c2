package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G17: A file of authorities that vouches for nobody is refused with what to do, before a server is called. */
class AuthorityFileTest {
    /** Of CN=Authority of Valmourin, from 1 January 2016 to 31 December 2025. */
    private static final String BASE64 = """
            MIIBajCCARGgAwIBAgIJAO5Kyu1cxifSMAoGCCqGSM49BAMCMCExHzAdBgNVBAMT
            FkF1dGhvcml0eSBvZiBWYWxtb3VyaW4wHhcNMTYwMTAxMDAwMDAwWhcNMjUxMjMx
            MDAwMDAwWjAhMR8wHQYDVQQDExZBdXRob3JpdHkgb2YgVmFsbW91cmluMFkwEwYH
            KoZIzj0CAQYIKoZIzj0DAQcDQgAE0DLdMku1P36q5Qhd3NVIiDssoubFUahBw89P
            tQyC9S9E5yk8Rh5MCDIAv9b9HsU/kgUqjWOdeMjxdrruw1ken6MyMDAwHQYDVR0O
            BBYEFJOKROjqesysombEwQH1RnTvbgMXMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
            zj0EAwIDRwAwRAIgRUHDo0L/tY4SofjSO8F1bbI5AfeGEdHHNATFqTsTeRUCIHnY
            lOh+vtt275UFzSXA2jkN06wci1lHzUZg0YWTJC/c
            """;

    private static final String PEM = "-----BEGIN CERTIFICATE-----\n" + BASE64 + "-----END CERTIFICATE-----\n";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void anOffice() {
        office = TestOffice.withFamilies(folder);
        office.done("credential", "send", "--family", "F0001");
    }

    private TestOffice.Answer sendAt(String moment, String... more) {
        List<String> args =
                new ArrayList<>(List.of("mail", "send", "--smtp", "smtps://127.0.0.1:1", "--ca-file", "ca.pem"));
        args.addAll(List.of(more));
        return office.runAt(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), Map.of(), args.toArray(String[]::new));
    }

    private void assertBad(TestOffice.Answer answer, String... words) {
        assertThat(answer.exit()).as(answer.err()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).contains(words).doesNotContain("127.0.0.1");
        assertThat(office.rows("SELECT state FROM mail")).containsExactly("waiting");
    }

    @Test
    void aCertificateThatHoldsIsTaken() {
        office.write("ca.pem", "Bag Attributes: none\r\n" + PEM.replace("\n", "\r\n"));
        TestOffice.Answer answer = sendAt("2016-10-14T07:00:00Z");
        assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(answer.err()).contains("127.0.0.1:1 cannot be reached");
    }

    @Test
    void anEmptyFileOrOneOfAnotherKindIsRefused() {
        office.write("ca.pem", "");
        assertBad(sendAt("2016-10-14T07:00:00Z"), "ca.pem:0:0: an empty file");
        office.write("ca.pem", "smtp.town.example\n");
        assertBad(sendAt("2016-10-14T07:00:00Z"), "ca.pem:0:0: no certificate in PEM form");
        office.write("ca.pem", PEM + "\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertBad(sendAt("2016-10-14T07:00:00Z"), "no certificate but PRIVATE KEY");
    }

    @Test
    void aFileInDerFormIsRefusedWithTheCommandThatTurnsItIntoPem() {
        office.write("ca.pem", Base64.getMimeDecoder().decode(BASE64));
        assertBad(sendAt("2016-10-14T07:00:00Z"), "openssl x509 -inform der -in ca.pem -out ca.pem.pem");
    }

    @Test
    void aDamagedCertificateIsRefusedWithItsLine() {
        office.write("ca.pem", PEM + PEM.substring(0, PEM.length() / 2));
        assertBad(sendAt("2016-10-14T07:00:00Z"), "ca.pem:" + (PEM.lines().count() + 1) + ":1: this certificate");
        office.write("ca.pem", PEM.replaceFirst("MII", "M*I"));
        assertBad(sendAt("2016-10-14T07:00:00Z"), "ca.pem:1:1: this certificate cannot be read");
    }

    @Test
    void aCertificateThatDoesNotHoldIsRefusedWithItsDay() {
        office.write("ca.pem", PEM);
        assertBad(sendAt("2026-01-02T00:00:00Z"), "CN=Authority of Valmourin", "ran out on Wed 2025-12-31");
        assertBad(sendAt("2015-12-31T00:00:00Z"), "CN=Authority of Valmourin", "from Fri 2016-01-01");
    }

    @Test
    void aFileThatIsNotThereOrThatNobodyNeedsIsRefused() {
        assertThat(sendAt("2016-10-14T07:00:00Z").exit()).isEqualTo(ExitCode.UNAVAILABLE);
        office.write("ca.pem", PEM);
        TestOffice.Answer outbox = office.run("mail", "send", "--outbox", "out", "--ca-file", "ca.pem");
        assertThat(outbox.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(outbox.err()).contains("--ca-file", "--smtp");
        TestOffice.Answer clear =
                office.run("mail", "send", "--smtp", "smtp://localhost:1?starttls=none", "--ca-file", "ca.pem");
        assertThat(clear.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.run("credential", "send", "--ca-file", "ca.pem").exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
