package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.MoodyServer.Mood;
import fr.perisco.store.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G17: Passwords of families of the sample town on their way by mail. F0003 has no address. */
class CredentialSendCommandTest {
    private static final Pattern PASSWORD = Pattern.compile("provisoire=C2=A0: ([a-z0-9-]{19})");
    private static final String FIRST = "sandra.dupont@example.org";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void importFamilies() {
        office = TestOffice.withFamilies(folder);
    }

    private TestOffice.Answer send(MoodyServer server, String... more) {
        List<String> args =
                new ArrayList<>(List.of("credential", "send", "--smtp", server.clearUrl(), "--timeout", "1"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    private static String password(String message) {
        Matcher password = PASSWORD.matcher(message);
        assertThat(password.find()).isTrue();
        return password.group(1);
    }

    private String hash(String family) {
        return office
                .rows("SELECT password_hash FROM credential JOIN family ON family.id = family_id WHERE code = '"
                        + family + "'")
                .stream()
                .findFirst()
                .orElse("");
    }

    private boolean opens(String family, String password) {
        return PasswordHash.matches(password, hash(family));
    }

    @Test
    void aPasswordStandsInItsMailAndNowhereElse() {
        try (MoodyServer server = new MoodyServer()) {
            TestOffice.Answer answer = send(server, "--family", "F0001", "--family", "F0003");
            assertThat(answer.exit()).isZero();
            assertThat(answer.out()).contains("1 mail queued", "without a login: 1", "sent: 1");
            String password = password(server.messages().get(0));
            assertThat(server.messages().get(0)).contains("Identifiant=C2=A0: " + FIRST);
            assertThat(opens("F0001", password)).isTrue();
            assertThat(office.rows("SELECT channel FROM credential_delivery")).containsExactly("mail");
            assertThat(new String(office.database(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(password);
            for (String name : office.files()) {
                assertThat(new String(office.content(name), StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain(password);
            }
            assertThat(answer.out() + answer.err()).doesNotContain(password);
            byte[] database = office.database();
            assertThat(send(server, "--family", "F0001").out()).contains("no mail queued");
            assertThat(office.database()).isEqualTo(database);
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void whatTheServerRefusesLeavesTheFormerPasswordAndTheNextMailDrawsAnother() {
        try (MoodyServer server = new MoodyServer()) {
            assertThat(send(server, "--family", "F0001").exit()).isZero();
            String former = hash("F0001");
            server.to(FIRST, Mood.ANSWER_AT_DOT, "550 no");
            assertThat(send(server, "--family", "F0001", "--all").exit()).isEqualTo(ExitCode.USAGE);
            assertThat(send(server, "--family", "F0001", "--all", "--yes").exit())
                    .isEqualTo(ExitCode.PARTIAL);
            assertThat(hash("F0001")).isEqualTo(former);
            assertThat(office.rows("SELECT state FROM mail ORDER BY id")).containsExactly("sent", "failed");
            server.to(FIRST, Mood.ANSWER_AT_DOT, "451 later");
            assertThat(send(server, "--family", "F0001", "--all", "--yes").exit())
                    .isEqualTo(ExitCode.PARTIAL);
            assertThat(hash("F0001")).isEqualTo(former);
            server.to(FIRST, Mood.TAKE, "");
            office.runAt(
                    Clock.fixed(Instant.parse("2016-10-14T08:00:00Z"), ZoneOffset.UTC),
                    Map.of(),
                    "mail",
                    "send",
                    "--smtp",
                    server.clearUrl());
            assertThat(opens("F0001", password(server.messages().get(1)))).isTrue();
            assertThat(office.rows("SELECT COUNT(*) FROM credential_delivery")).containsExactly("2");
            assertThat(office.done("db", "verify").out()).isEmpty();
        }
    }

    @Test
    void aFamilyWhoseFirstMailFailsHasNoPasswordAndIsServedNextTime() {
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.ANSWER_AT_RECIPIENT, "550 no");
            assertThat(send(server, "--family", "F0001").exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(hash("F0001")).isEmpty();
            server.to(FIRST, Mood.TAKE, "");
            assertThat(send(server, "--family", "F0001").exit()).isZero();
            assertThat(opens("F0001", password(server.messages().get(0)))).isTrue();
        }
    }

    @Test
    void whatMayHaveArrivedIsNotRepeatedByItself() {
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.DROP_AFTER_DOT, "");
            assertThat(send(server, "--family", "F0001").exit()).isEqualTo(ExitCode.PARTIAL);
            String doubtful = hash("F0001");
            assertThat(doubtful).isNotEmpty();
            server.to(FIRST, Mood.TAKE, "");
            assertThat(send(server, "--family", "F0001").out()).contains("no mail queued");
            assertThat(hash("F0001")).isEqualTo(doubtful);
            office.done("mail", "retry", "--uncertain");
            office.done("mail", "send", "--smtp", server.clearUrl());
            assertThat(opens("F0001", password(server.messages().get(0)))).isTrue();
            assertThat(hash("F0001")).isNotEqualTo(doubtful);
        }
    }

    @Test
    void aMailThatWaitsIsNotNeededOnceTheFamilyHasItsSheet() {
        assertThat(office.done("credential", "send", "--family", "F0001").out()).contains("1 mail queued");
        assertThat(office.done("credential", "send", "--family", "F0001").out()).contains("queued before: 1");
        office.done("credential", "issue", "--family", "F0001", "-o", "sheets");
        String hash = hash("F0001");
        office.done("mail", "send", "--outbox", "out");
        assertThat(office.rows("SELECT state FROM mail")).containsExactly("cancelled");
        assertThat(hash("F0001")).isEqualTo(hash);
    }

    @Test
    void whenTheServerIsAwayNobodyLosesAPassword() {
        office.done("credential", "issue", "--family", "F0001", "-o", "sheets");
        String hash = hash("F0001");
        MoodyServer server = new MoodyServer();
        server.close();
        assertThat(send(server, "--family", "F0001", "--all", "--yes").exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(hash("F0001")).isEqualTo(hash);
        assertThat(office.rows("SELECT state, attempts FROM mail")).containsExactly("waiting|0");
    }

    @Test
    void whatCouldNotBeSentIsSentByTheSameCall() {
        MoodyServer away = new MoodyServer();
        away.close();
        assertThat(send(away, "--family", "F0001").exit()).isEqualTo(ExitCode.UNAVAILABLE);

        try (MoodyServer server = new MoodyServer()) {
            assertThat(send(server, "--family", "F0001").exit()).isZero();
            assertThat(server.accepted()).hasSize(1);
        }
        assertThat(office.rows("SELECT state, attempts FROM mail")).containsExactly("sent|1");
    }

    @Test
    void aPasswordGoesToTheAddressOfToday() {
        office.done("credential", "send", "--family", "F0001");
        office.done("family", "contact", "F0001", "--guardian", "1", "--email", "neuve@example.org");

        try (MoodyServer server = new MoodyServer()) {
            office.done("mail", "send", "--smtp", server.clearUrl());
            assertThat(server.accepted()).containsExactly("neuve@example.org");
        }
        assertThat(office.rows("SELECT recipient, state FROM mail")).containsExactly("neuve@example.org|sent");
    }

    @Test
    void aPasswordIsNotMailedOnceTheFamilyHasNoAddress() {
        office.done("credential", "send", "--family", "F0001");
        office.done("family", "contact", "F0001", "--guardian", "1", "--email", "");

        try (MoodyServer server = new MoodyServer()) {
            office.run("mail", "send", "--smtp", server.clearUrl());
            assertThat(server.accepted()).isEmpty();
        }
        assertThat(office.rows("SELECT state FROM mail")).containsExactly("cancelled");
        assertThat(hash("F0001")).isEmpty();
    }

    @Test
    void aPasswordGivenSinceStaysGood() {
        office.done("credential", "issue", "--family", "F0001", "-o", "sheets");
        office.done("credential", "send", "--family", "F0001", "--all", "--yes");
        office.done("credential", "reset", "F0001", "-o", "sheet.pdf");
        String hash = hash("F0001");

        try (MoodyServer server = new MoodyServer()) {
            office.run("mail", "send", "--smtp", server.clearUrl());
            assertThat(server.accepted()).isEmpty();
        }
        assertThat(hash("F0001")).isEqualTo(hash);
        assertThat(office.rows("SELECT state FROM mail")).containsExactly("cancelled");
    }

    @Test
    void aMergedFamilyGetsNoPassword() {
        office.done("credential", "send", "--family", "F0002");
        office.done("family", "merge", "F0001", "F0002", "--yes");

        try (MoodyServer server = new MoodyServer()) {
            office.run("mail", "send", "--smtp", server.clearUrl());
            assertThat(server.accepted()).isEmpty();
        }
        assertThat(office.rows("SELECT state FROM mail")).containsExactly("cancelled");
    }
}
