package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import fr.perisco.OnlyOnFile;
import fr.perisco.TestDatabase;
import fr.perisco.cli.MoodyServer.Mood;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G10 and G11: Invoices of November 2016 of the sample town on their way to families. */
class MailCommandTest {
    private static final String FIRST = "sandra.dupont@example.org";
    private static final String SECOND = "frederic.vernalet@example.org";

    @TempDir
    Path folder;

    private TestOffice office;

    @BeforeEach
    void invoiceNovember() {
        office = TestOffice.booked(folder);
        office.done("--now", "2016-12-01T08:00", "invoice", "run", "2016-11");
    }

    private void queue(String... families) {
        for (String family : families) {
            office.done("invoice", "send", "--month", "2016-11", "--family", family);
        }
    }

    private TestOffice.Answer send(MoodyServer server, String... more) {
        List<String> args = new ArrayList<>(List.of("mail", "send", "--smtp", server.clearUrl(), "--timeout", "1"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    private TestOffice.Answer sendAt(String moment, MoodyServer server) {
        return office.runAt(
                Clock.fixed(Instant.parse(moment), ZoneOffset.UTC),
                Map.of(),
                "mail",
                "send",
                "--smtp",
                server.clearUrl(),
                "--timeout",
                "1");
    }

    private List<String> states() {
        return office.rows("SELECT state FROM mail ORDER BY id");
    }

    @Test
    void anInvoiceArrivesWithItsPdfInBothForms() throws Exception {
        queue("F0001");
        office.done("invoice", "pdf", "F0516120001", "-o", "same.pdf");
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
        mail.start();
        try {
            String url = "smtp://127.0.0.1:" + mail.getSmtp().getPort() + "?starttls=none";
            assertThat(office.done("mail", "send", "--smtp", url).out()).contains("sent: 1; deferred: 0");
            assertThat(office.done("mail", "send", "--smtp", url).out()).contains("no mail to send");
            assertThat(mail.getReceivedMessages()).hasSize(1);
            MimeMessage message = mail.getReceivedMessages()[0];
            assertThat(message.getSubject().replace('\u00a0', ' '))
                    .isEqualTo("Service périscolaire de Valmourin : facture n° F0516120001, novembre 2016");
            assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(FIRST);
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            Multipart parts = (Multipart) message.getContent();
            Multipart words = (Multipart) parts.getBodyPart(0).getContent();
            String text = (String) words.getBodyPart(0).getContent();
            assertThat(text).contains("Bonjour Mme Dupont Sandra,").contains("avant le 31/12/2016");
            assertThat((String) words.getBodyPart(1).getContent())
                    .contains("<p>Bonjour Mme Dupont Sandra,</p>")
                    .contains("<a href=\"https://www.payfip.gouv.fr");
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("F0516120001.pdf");
            assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(office.content("same.pdf"));
            assertThat(GreenMailUtil.getWholeMessage(message)).contains("Message-ID: <perisco.1.");
        } finally {
            mail.stop();
        }
        assertThat(office.done("mail", "queue", "--format", "csv").outLines())
                .element(1)
                .asString()
                .startsWith("1;invoice;F0001;" + FIRST + ";sent;1;250 OK;2016-10-14T09:00;F0516120001;Dupont;");
    }

    @Test
    void anInvoiceIsQueuedOnceUnlessTheClerkSaysSo() {
        assertThat(office.done("invoice", "send", "--month", "2016-11").out()).contains("390 mails queued");
        byte[] database = office.database();
        TestOffice.Answer second = office.done("invoice", "send", "--month", "2016-11");
        assertThat(second.out()).contains("no mail queued; mailed before: 390; families without an address: 1");
        assertThat(second.err()).contains("F0003 (Lavernier) has no login");
        assertThat(office.done("invoice", "send", "F0516120001", "--again").out())
                .contains("no mail queued");
        assertThat(office.database()).isEqualTo(database);
        office.done("mail", "send", "--outbox", "out", "--family", "F0001");
        assertThat(office.done("invoice", "send", "F0516120001").out()).contains("no mail queued");
        assertThat(office.done("invoice", "send", "F0516120001", "--again").out())
                .contains("1 mail queued");
        assertThat(office.run("invoice", "send", "F0516120003").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("invoice", "send", "NOTHING").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("invoice", "send", "--month", "2016-11", "--family", "NOBODY")
                        .exit())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("invoice", "send").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aRehearsalChecksAndChangesNothing() {
        queue("F0001");
        byte[] database = office.database();
        List<String> files = office.files();
        assertThat(office.done("invoice", "send", "--month", "2016-11", "--dry-run")
                        .out())
                .contains("389 mails would be queued; mailed before: 1");
        assertThat(office.done("mail", "send", "--outbox", "out", "--dry-run").out())
                .contains("1 mail would be sent");
        assertThat(office.done("mail", "cancel", "1", "--dry-run").out()).contains("1 mail would be taken out");
        assertThat(office.done("mail", "retry", "--failed", "--dry-run").out()).contains("no mail would wait again");
        assertThat(office.done("credential", "send", "--dry-run").out()).contains("mails would be queued");
        assertThat(office.database()).isEqualTo(database);
        assertThat(office.files()).isEqualTo(files);
    }

    @Test
    void theOutboxHoldsAFileForEachThatOnlyItsOwnerReads() throws IOException {
        queue("F0001", "F0002");
        office.done("mail", "send", "--outbox", "mails/out");
        assertThat(office.files()).contains("mails/out/000001-invoice.eml", "mails/out/000002-invoice.eml");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(office.file("mails/out/000001-invoice.eml"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(office.file("mails/out"))))
                .isEqualTo("rwx------");
        String first = office.text("mails/out/000001-invoice.eml");
        office.done("invoice", "send", "F0516120002", "--again");
        assertThat(states()).containsExactly("sent", "sent", "waiting");
        assertThat(first).contains("Date: Fri, 14 Oct 2016 07:00:00 +0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 4.2.0 greylisted", "451 4.3.0 later", "452 4.2.2 full"})
    void whatTheServerPutsOffIsTriedAgainAfterGrowingDelays(String answer) {
        queue("F0001", "F0002");
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.ANSWER_AT_RECIPIENT, answer);
            assertThat(send(server).exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(states()).containsExactly("deferred", "sent");
            assertThat(office.rows("SELECT attempts, reply, next_attempt_at FROM mail WHERE id = 1"))
                    .containsExactly("1|" + answer + "|2016-10-14T07:05:00Z");
            assertThat(send(server).exit()).isZero();
            assertThat(sendAt("2016-10-14T07:04:59Z", server).exit()).isZero();
            assertThat(sendAt("2016-10-14T07:05:00Z", server).exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(office.rows("SELECT attempts, next_attempt_at FROM mail WHERE id = 1"))
                    .containsExactly("2|2016-10-14T07:20:00Z");
            server.to(FIRST, Mood.TAKE, "");
            assertThat(sendAt("2016-10-14T07:20:00Z", server).exit()).isZero();
            assertThat(server.accepted()).containsExactly(SECOND, FIRST);
        }
    }

    @Test
    void whatIsPutOffForFourDaysIsGivenUp() {
        queue("F0001");
        try (MoodyServer server = new MoodyServer()) {
            server.always(Mood.ANSWER_AT_DOT, "451 4.3.0 not now");
            Instant moment = Instant.parse("2016-10-14T07:00:00Z");
            int attempts = 0;
            while (office.rows("SELECT state FROM mail").contains("waiting")
                    || office.rows("SELECT state FROM mail").contains("deferred")) {
                sendAt(moment.toString(), server);
                attempts++;
                List<String> next = office.rows("SELECT next_attempt_at FROM mail");
                moment = next.contains("null") ? moment : Instant.parse(next.get(0));
            }
            assertThat(attempts).isEqualTo(12);
            assertThat(moment).isBetween(Instant.parse("2016-10-18T00:00:00Z"), Instant.parse("2016-10-19T00:00:00Z"));
            assertThat(office.rows("SELECT state, reply FROM mail")).containsExactly("failed|451 4.3.0 not now");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "552 5.2.2 mailbox full"})
    void whatTheServerRefusesFailsWithItsWordsAndTheRestGoesOn(String answer) {
        queue("F0001", "F0002", "F0004");
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.ANSWER_AT_RECIPIENT, answer);
            server.to(SECOND, Mood.ANSWER_AT_DOT, answer);
            TestOffice.Answer answered = send(server, "--format", "csv");
            assertThat(answered.exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(answered.outLines()).contains("1;invoice;F0001;" + FIRST + ";failed;" + answer);
            assertThat(states()).containsExactly("failed", "failed", "sent");
            assertThat(send(server).exit()).isZero();
            assertThat(server.accepted()).hasSize(1);
            server.to(FIRST, Mood.TAKE, "");
            assertThat(office.done("mail", "retry", "--failed", "--family", "F0001")
                            .out())
                    .contains("1 mail waits again");
            assertThat(send(server).exit()).isZero();
            assertThat(states()).containsExactly("sent", "failed", "sent");
        }
    }

    @Test
    void aPersonIsToldOfTheMailsThatDidNotGoAndOfAllWhenAsked() {
        queue("F0001", "F0002", "F0004");
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.ANSWER_AT_RECIPIENT, "450 4.2.0 greylisted");
            TestOffice.Answer answer = send(server);
            assertThat(answer.exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(answer.out()).contains(FIRST, "450 4.2.0 greylisted").doesNotContain(SECOND, "F0004");
            assertThat(answer.outLines()).last().isEqualTo("sent: 2; deferred: 1; failed: 0; uncertain: 0");
            queue("F0005");
            assertThat(send(server).outLines()).containsExactly("sent: 1; deferred: 0; failed: 0; uncertain: 0");
            office.done("invoice", "send", "--month", "2016-11", "--again", "--family", "F0002");
            TestOffice.Answer verbose = send(server, "--verbose");
            assertThat(verbose.out()).contains(SECOND, "sent: 1; deferred: 0");
            office.done("invoice", "send", "--month", "2016-11", "--again", "--family", "F0002");
            assertThat(send(server, "--format", "json").out()).contains(SECOND);
        }
    }

    private TestOffice.Answer sendInvoices(MoodyServer server, String... more) {
        List<String> args = new ArrayList<>(List.of("invoice", "send", "--month", "2016-11"));
        args.addAll(List.of("--smtp", server.clearUrl(), "--timeout", "1"));
        args.addAll(List.of(more));
        return office.run(args.toArray(String[]::new));
    }

    @Test
    void invoicesThatDidNotGoAreListedWithTheServersWordsAndAllWhenAsked() {
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.ANSWER_AT_RECIPIENT, "550 5.1.1 no such user");
            TestOffice.Answer answer = sendInvoices(server);
            assertThat(answer.exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(answer.out())
                    .contains("390 mails queued", "F0516120001", FIRST, "550 5.1.1 no such user")
                    .doesNotContain(SECOND, "waiting");
            assertThat(answer.outLines()).last().isEqualTo("sent: 389; deferred: 0; failed: 1; uncertain: 0");

            TestOffice.Answer later = sendInvoices(server);
            assertThat(later.exit()).isZero();
            assertThat(later.out())
                    .contains("no mail queued; mailed before: 390", FIRST, "550 5.1.1 no such user")
                    .doesNotContain(SECOND);
            assertThat(sendInvoices(server, "--verbose").out()).contains(FIRST, SECOND, "250 2.0.0 taken");

            server.to(FIRST, Mood.ANSWER_AT_RECIPIENT, "450 4.2.0 greylisted");
            TestOffice.Answer again = sendInvoices(server, "--family", "F0001", "--again", "--format", "csv");
            assertThat(again.exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(again.outLines())
                    .containsExactly(
                            "number;family;to;mail;new;state;reply",
                            "F0516120001;F0001;" + FIRST + ";391;yes;deferred;450 4.2.0 greylisted");
            TestOffice.Answer second = sendInvoices(server, "--family", "F0002", "--format", "json");
            assertThat(second.out()).contains(SECOND, "\"sent\"", "\"250 2.0.0 taken\"");
            assertThat(sendInvoices(server, "--family", "F0002").outLines())
                    .containsExactly(
                            "no mail queued; mailed before: 1; families without an address: 0",
                            "no mail to send; waiting for a later attempt: 0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_IN_DATA", "DROP_AFTER_DOT", "STALL_AFTER_DOT"})
    void whatIsCutOffIsUncertainAndSentAgainByAClerkOnly(String mood) {
        queue("F0001", "F0002");
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.valueOf(mood), "");
            TestOffice.Answer answer = send(server);
            assertThat(answer.exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(answer.out()).contains("sent: 1; deferred: 0; failed: 0; uncertain: 1");
            assertThat(states()).containsExactly("uncertain", "sent");
            assertThat(sendAt("2016-12-31T12:00:00Z", server).exit()).isZero();
            assertThat(server.accepted()).containsExactly(SECOND);
            server.to(FIRST, Mood.TAKE, "");
            TestOffice.Answer retried = office.done("mail", "retry", "1");
            assertThat(retried.err()).contains("it may arrive twice");
            assertThat(retried.out()).contains("waiting").doesNotContain("uncertain");
            assertThat(send(server).exit()).isZero();
            assertThat(server.accepted()).containsExactly(SECOND, FIRST);
            assertThat(server.messages().get(1)).contains("Message-ID: <perisco.1.");
            assertThat(office.run("mail", "retry", "1").exit()).isEqualTo(ExitCode.REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_AT_RECIPIENT", "STALL_AT_RECIPIENT"})
    void whatIsLostBeforeItsContentIsNotInDoubt(String mood) {
        queue("F0001", "F0002");
        try (MoodyServer server = new MoodyServer()) {
            server.to(FIRST, Mood.valueOf(mood), "");
            assertThat(send(server).exit()).isEqualTo(ExitCode.PARTIAL);
            assertThat(states()).containsExactly("deferred", "sent");
        }
    }

    @Test
    void aServerThatHangsUpAfterEachMailIsCalledAgain() {
        queue("F0001", "F0002", "F0004");
        try (MoodyServer server = new MoodyServer()) {
            server.hangsUpAfterEachMail();
            assertThat(send(server).exit()).isZero();
            assertThat(server.accepted()).hasSize(3);
            assertThat(states()).containsOnly("sent");
        }
    }

    @Test
    void aServerThatHangsUpAgainAndAgainIsLeftAlone() {
        queue("F0001", "F0002", "F0004", "F0005", "F0006");
        try (MoodyServer server = new MoodyServer()) {
            server.always(Mood.DROP_AFTER_DOT, "");
            TestOffice.Answer answer = send(server);
            assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(states()).containsExactly("uncertain", "uncertain", "uncertain", "waiting", "waiting");
            assertThat(office.rows("SELECT DISTINCT attempts FROM mail WHERE state = 'waiting'"))
                    .containsExactly("0");
        }
    }

    @Test
    void whenTheServerIsAwayAllWaits() {
        queue("F0001", "F0002");
        MoodyServer server = new MoodyServer();
        server.close();
        List<String> before = office.rows("SELECT * FROM mail");
        TestOffice.Answer answer = send(server);
        assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(answer.err()).contains("cannot be reached").contains("mails that stay in the queue: 2");
        assertThat(office.rows("SELECT * FROM mail")).isEqualTo(before);
    }

    @Test
    void anInvoiceGoesToTheAddressOfTodayThroughAMergeToo() {
        queue("F0001", "F0002");
        office.done("family", "contact", "F0001", "--guardian", "1", "--email", "neuve@example.org");
        office.done("family", "merge", "F0001", "F0002", "--yes");
        try (MoodyServer server = new MoodyServer()) {
            office.done("mail", "send", "--smtp", server.clearUrl());
            assertThat(server.accepted()).containsExactly("neuve@example.org", "neuve@example.org");
        }
        assertThat(states()).containsExactly("sent", "sent");
    }

    @Test
    void invoicesThatWaitAreSentByTheSameCall() {
        queue("F0001", "F0002");
        try (MoodyServer server = new MoodyServer()) {
            for (int calls = 0; calls < 2; calls++) {
                office.done("invoice", "send", "--month", "2016-11", "--family", "F0001", "--smtp", server.clearUrl());
                assertThat(server.accepted()).hasSize(1);
            }
        }
        assertThat(states()).containsExactly("sent", "waiting");
    }

    @Test
    void aServerThatRefusesTheSenderCostsNoMail() {
        queue("F0001", "F0002");
        try (MoodyServer server = new MoodyServer()) {
            server.always(Mood.ANSWER_AT_SENDER, "550 5.7.1 not you");
            TestOffice.Answer answer = send(server);
            assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(answer.err()).contains("550 5.7.1 not you");
            assertThat(states()).containsExactly("waiting", "waiting");
        }
    }

    @Test
    void nothingIsSentInClearUnlessToThisMachine() {
        queue("F0001");
        try (MoodyServer server = new MoodyServer()) {
            TestOffice.Answer answer = office.run("mail", "send", "--smtp", server.url());
            assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(answer.err()).contains("does not offer STARTTLS");
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
            assertThat(states()).containsExactly("waiting");
        }
        assertThat(office.run("mail", "send", "--smtp", "smtp://mail.example.org?starttls=none")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        TestOffice.Answer secret = office.run("mail", "send", "--smtp", "smtp://me:canary@mail.example.org");
        assertThat(secret.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(secret.err()).doesNotContain("canary");
        for (String wrong :
                List.of("mail.example.org", "http://mail.example.org", "smtp://", "smtp://h:0", "smtp://h/x")) {
            assertThat(office.run("mail", "send", "--smtp", wrong).exit())
                    .as(wrong)
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(office.run("mail", "send").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void thePasswordIsReadFromAFileThatNobodyElseReads() throws IOException {
        queue("F0001");
        Path secret = office.write("secret", "canary\n");
        Map<String, String> environment = Map.of("PERISCO_SMTP_USER", "office", "PERISCO_SMTP_PASSWORD_FILE", "secret");
        Clock clock = Clock.fixed(Instant.parse("2016-10-14T07:00:00Z"), ZoneOffset.UTC);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        try (MoodyServer server = new MoodyServer()) {
            TestOffice.Answer open = office.runAt(clock, environment, "mail", "send", "--smtp", server.clearUrl());
            assertThat(open.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(open.err()).contains("chmod 600").doesNotContain("canary");
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            TestOffice.Answer own = office.runAt(clock, environment, "mail", "send", "--smtp", server.clearUrl());
            assertThat(own.out() + own.err()).doesNotContain("canary");
            assertThat(own.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(own.err()).contains("takes no user and no password");
            assertThat(office.runAt(
                                    clock,
                                    Map.of("PERISCO_SMTP_USER", "office"),
                                    "mail",
                                    "send",
                                    "--smtp",
                                    server.clearUrl())
                            .exit())
                    .isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    @OnlyOnFile("the turn to send is a lock of the server")
    void anotherSenderHasItsTurn() throws IOException {
        queue("F0001");
        Path turn = office.write("office.db-mail", "");
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(office.done("mail", "send", "--outbox", "out").out()).contains("another sender is at work");
            assertThat(office.run("mail", "retry", "--uncertain").exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(states()).containsExactly("waiting");
        }
        assertThat(office.done("mail", "send", "--outbox", "out").out()).contains("sent: 1");
    }

    @Test
    void aSenderThatIsKilledLeavesDoubtAndLosesNothing() {
        queue("F0001", "F0002");
        try (var connection = office.connect();
                var statement = connection.createStatement();
                MoodyServer server = new MoodyServer()) {
            for (String sql : crash()) {
                statement.execute(sql);
            }
            int exit = Perisco.run(
                    new Surroundings(
                            Clock.fixed(Instant.parse("2016-10-14T07:00:00Z"), ZoneOffset.UTC),
                            Map.of("PERISCO_DB", office.address()),
                            folder,
                            new java.io.ByteArrayInputStream(new byte[0]),
                            new java.io.PrintStream(new java.io.ByteArrayOutputStream()),
                            new java.io.PrintStream(new java.io.ByteArrayOutputStream()),
                            false),
                    "mail",
                    "send",
                    "--smtp",
                    server.clearUrl());
            assertThat(exit).isEqualTo(ExitCode.BUG);
            statement.execute("DROP TRIGGER crash" + (TestDatabase.isOnServer() ? " ON mail" : ""));
            assertThat(server.accepted()).containsExactly(FIRST);
            assertThat(states()).containsExactly("uncertain", "waiting");
            assertThat(send(server).exit()).isZero();
            assertThat(server.accepted()).containsExactly(FIRST, SECOND);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The first mail cannot be noted as sent. */
    private static List<String> crash() {
        String when = "CREATE TRIGGER crash BEFORE UPDATE ON mail %s WHEN (new.state = 'sent' AND new.id = 1) ";
        return TestDatabase.isOnServer()
                ? List.of(
                        "CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS"
                                + " $$ BEGIN RAISE EXCEPTION 'killed'; END $$",
                        when.formatted("FOR EACH ROW") + "EXECUTE FUNCTION crash()")
                : List.of(when.formatted("") + "BEGIN SELECT RAISE(ABORT, 'killed'); END");
    }

    @Test
    void hostileTextsBecomeNoHeaders() {
        office.write(
                "setup/office.properties",
                "office.name=Mairie\\u760d\\u760aBcc: all@example.org <b>\nmail.from=mairie@example.org\n");
        office.done("setup", "load", "setup");
        queue("F0001");
        office.done("mail", "send", "--outbox", "out");
        String mail = office.text("out/000001-invoice.eml");
        String headers = mail.substring(0, mail.indexOf("\r\n\r\n"));
        assertThat(headers.lines().map(line -> line.replaceAll(":.*", "")))
                .doesNotContain("Bcc")
                .contains("From", "To", "Subject", "Message-ID", "Date");
        assertThat(mail).contains("&lt;b&gt;");
    }

    @Test
    void mailsAreListedCancelledAndAudited() {
        queue("F0001", "F0002");
        assertThat(office.run("mail", "cancel", "9").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.done("mail", "cancel", "2").out()).contains("1 mail taken out");
        assertThat(office.done("mail", "cancel", "2").out()).contains("no mail taken out");
        office.done("mail", "send", "--outbox", "out");
        assertThat(office.run("mail", "cancel", "1").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.done("mail", "queue", "--state", "cancelled", "--format", "csv")
                        .outLines())
                .hasSize(2);
        assertThat(office.done("mail", "queue", "--to", "2016-10-13", "--format", "csv")
                        .outLines())
                .hasSize(1);
        assertThat(office.done("mail", "queue", "--from", "2016-10-14", "--kind", "invoice", "--format", "csv")
                        .outLines())
                .hasSize(3);
        assertThat(office.run("mail", "queue", "--family", "NOBODY").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(office.run("mail", "queue", "--state", "lost").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(office.done("audit", "list", "--format", "csv").out())
                .contains(";invoice send;", ";mail cancel;", ";mail send;");
        assertThat(office.done("invoice", "send", "F0516120002").out()).contains("1 mail queued");
        assertThat(office.done("db", "verify").out()).isEmpty();
    }

    @Test
    void withoutASenderInTheSetupNothingIsQueued() {
        office.write("setup/office.properties", "mail.from=\n");
        office.done("setup", "load", "setup");
        TestOffice.Answer answer = office.run("invoice", "send", "--month", "2016-11");
        assertThat(answer.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(answer.err()).contains("mail.from");
    }

    @Test
    void mailsGoOutNoFasterThanTheyMay() {
        queue("F0001", "F0002");
        try (MoodyServer server = new MoodyServer()) {
            long start = System.nanoTime();
            assertThat(send(server, "--rate", "240").exit()).isZero();
            assertThat(System.nanoTime() - start).isGreaterThan(250_000_000);
            assertThat(send(server, "--rate", "0").exit()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNothing() {
        queue("F0001");
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS).dynamicPort());
        mail.start();
        try {
            String url = "smtps://127.0.0.1:" + mail.getSmtps().getPort();
            TestOffice.Answer answer = office.run("mail", "send", "--smtp", url);
            assertThat(answer.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(mail.getReceivedMessages()).isEmpty();
            assertThat(states()).containsExactly("waiting");
        } finally {
            mail.stop();
        }
    }

    @Test
    void whoMailsComeFromIsCheckedWhenTheSetupIsLoaded() {
        office.write("setup/office.properties", "mail.from=not an address\n");
        TestOffice.Answer answer = office.run("setup", "load", "setup");
        assertThat(answer.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(answer.err()).contains("is no e-mail address");
        office.write("setup/office.properties", "mail.from=Mairie de V. <accueil@example.org>\nmail.reply-to=\n");
        office.done("setup", "load", "setup");
        queue("F0001");
        office.done("mail", "send", "--outbox", "out");
        assertThat(office.text("out/000001-invoice.eml"))
                .contains("From: \"Mairie de V.\" <accueil@example.org>")
                .doesNotContain("Reply-To");
    }
}
