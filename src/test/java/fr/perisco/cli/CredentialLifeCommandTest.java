package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password from its sheet to the one that the family chose, with all that may go wrong in between. */
class CredentialLifeCommandTest {
    private static final String OWN = "tortue violon prune canari";

    @TempDir
    Path folder;

    private TestOffice office;
    private Instant clock = Instant.parse("2016-10-14T07:00:00Z");
    private String login = "";
    private String password = "";

    private record Result(int exit, String out, String err) {}

    @BeforeEach
    void aFamilyWithASheet() {
        office = TestOffice.withFamilies(folder);
        login = office.rows("SELECT login FROM family WHERE code = 'F0001'").get(0);
        password = reset();
    }

    private String reset() {
        assertThat(run("", "credential", "reset", "F0001", "-o", "sheet.pdf").exit())
                .isZero();
        try {
            PdfReader reader = new PdfReader(Files.readAllBytes(folder.resolve("sheet.pdf")));
            String text = new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " ");
            reader.close();
            return text.replaceFirst(".*Mot de passe provisoire (\\S+) .*", "$1");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Result run(String in, String... args) {
        return run(in, false, new ArrayDeque<>(), args);
    }

    private Result run(String in, boolean answering, Deque<String> typed, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Perisco.run(
                new Surroundings(
                        Clock.fixed(clock, ZoneOffset.UTC),
                        Map.of("PERISCO_DB", office.address(), "USER", "portal"),
                        folder,
                        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        answering,
                        () -> new Random(clock.toEpochMilli()),
                        prompt -> Optional.ofNullable(typed.poll()).map(String::toCharArray)),
                args);
        clock = clock.plusSeconds(1);
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String check(String given) {
        Result result = run(given + "\n", "credential", "check", login, "--format", "csv");
        String word = result.out().lines().toList().get(1).replaceFirst(";.*", "");
        assertThat(result.exit()).as(word).isEqualTo(word.equals("ok") ? 0 : 3);
        return word;
    }

    private Result change(String former, String wanted, String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"credential", "change", login}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return run(former + "\n" + wanted + "\n" + wanted + "\n", args);
    }

    @Test
    void theFirstLoginMustChangeItAndItsOwnIsGood() {
        assertThat(check(password)).isEqualTo("must-change");
        assertThat(change(password, OWN).exit()).isZero();
        assertThat(check(OWN)).isEqualTo("ok");
        assertThat(check(password)).isEqualTo("wrong");
        assertThat(run("x\r\n", "credential", "check", "nobody@example.org").exit())
                .isEqualTo(3);
        Result upper = run(OWN, "credential", "check", login.toUpperCase(java.util.Locale.ROOT));
        assertThat(upper.out()).contains("F0001");
        assertThat(office.run("db", "verify").exit()).isZero();
    }

    @Test
    void atATerminalItIsTypedUnseen() {
        Deque<String> typed = new ArrayDeque<>(List.of(password, OWN, OWN));
        assertThat(run("", true, typed, "credential", "change", login).exit()).isZero();
        assertThat(run("x\n", true, new ArrayDeque<>(), "credential", "check", login)
                        .exit())
                .isEqualTo(2);
        assertThat(check(OWN)).isEqualTo("ok");
    }

    @Test
    void anAccentTypedAsASignOfItsOwnIsTheSameLetter() {
        String composed = "\u00e9l\u00e8ve tortue violon";
        String apart = "e\u0301le\u0300ve tortue violon";

        assertThat(run(password + "\n" + apart + "\n" + composed + "\n", "credential", "change", login)
                        .exit())
                .isZero();
        assertThat(check(composed)).isEqualTo("ok");
        assertThat(check(apart)).isEqualTo("ok");
        assertThat(check("eleve tortue violon")).isEqualTo("wrong");
    }

    @Test
    void whatDoesNotChangeItLeavesEverything() {
        byte[] before = office.database();
        assertThat(change(password, OWN, "--dry-run").exit()).isZero();
        assertThat(change(password, "Bonjour12345!").err()).contains("guessed first");
        assertThat(change(password, "Valmourin 2016").err()).contains("guessed first");
        assertThat(change(password, "12-Dupont-Sandra").err()).contains("guessed first");
        assertThat(run(password + "\n" + OWN + "\nother\n", "credential", "change", login)
                        .exit())
                .isEqualTo(3);
        assertThat(run("", "credential", "check", login).exit()).isEqualTo(2);
        assertThat(run("x".repeat(2000), "credential", "check", login).exit()).isEqualTo(2);
        assertThat(check(password)).isEqualTo("must-change");
        assertThat(run("", "credential", "reset", "F0001", "-o", "new.pdf", "--dry-run")
                        .exit())
                .isZero();
        assertThat(run("", "credential", "reset", "F0001").exit()).isEqualTo(2);
        assertThat(run("", "credential", "reset", "F9999", "-o", "x.pdf").exit())
                .isEqualTo(3);
        assertThat(folder.resolve("new.pdf")).doesNotExist();
        assertThat(office.database()).isEqualTo(before);
    }

    @Test
    void tenWrongOnesLockItForFifteenMinutesOfTheClock() {
        for (int i = 1; i <= 9; i++) {
            assertThat(check("wrong" + i)).isEqualTo("wrong");
        }
        assertThat(check("wrong10")).isEqualTo("locked");
        Instant locked = clock.minusSeconds(1);
        byte[] before = office.database();
        assertThat(check(password)).isEqualTo("locked");
        assertThat(run(password + "\n", "--now", "2016-12-01T10:00", "credential", "check", login, "--format", "csv")
                        .out())
                .contains("locked;");
        assertThat(change(password, OWN).err()).contains("locked");
        assertThat(office.database()).isEqualTo(before);
        assertThat(run("", "credential", "list", "--state", "locked", "--format", "csv")
                        .out())
                .contains("F0001;", ";locked;2016-10-14T09:");
        assertThat(run("", "audit", "list", "--family", "F0001").out()).contains("locked_until");
        clock = locked.plus(Duration.ofMinutes(15)).minusMillis(1);
        assertThat(check(password)).isEqualTo("locked");
        clock = locked.plus(Duration.ofMinutes(15));
        assertThat(check("wrong11")).isEqualTo("wrong");
        assertThat(check(password)).isEqualTo("must-change");
        assertThat(office.rows("SELECT failures, locked_until_at FROM credential"))
                .containsExactly("0|null");
        assertThat(office.run("db", "verify").exit()).isZero();
    }

    private List<String> answers(String who, int times, String... more) {
        List<String> args = new ArrayList<>(List.of("credential", "check", who));
        args.addAll(List.of(more));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Result result = run("wrong" + i + "\n", args.toArray(String[]::new));
            answers.add(result.exit() + result.out().replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "time") + result.err());
        }
        return answers;
    }

    @Test
    void aLoginThatNobodyHasIsLockedAsAnyOther() {
        String nobody = "Nobody@example.org";
        assertThat(answers(nobody, 12))
                .isEqualTo(answers(login, 12))
                .last()
                .asString()
                .contains("locked");
        for (String form : List.of("csv", "json")) {
            assertThat(answers(nobody, 1, "--format", form)).isEqualTo(answers(login, 1, "--format", form));
        }
        assertThat(answers("nobody@EXAMPLE.org", 1).get(0)).contains("locked");
        assertThat(answers("nobodyelse@example.org", 1).get(0)).contains("wrong");
        assertThat(change(password, OWN).err()).contains("locked");
        assertThat(run("x\nyyyyyyyyyyyy\nyyyyyyyyyyyy\n", "credential", "change", nobody)
                        .err())
                .contains("locked");
        assertThat(office.run("db", "verify").exit()).isZero();
    }

    @Test
    void wrongOnesAreForgottenAfterAQuarterOfAnHourWhoeverHasTheLogin() {
        for (String who : List.of(login, "nobody@example.org")) {
            assertThat(answers(who, 9)).allMatch(answer -> answer.contains("wrong"));
            Instant last = clock.minusSeconds(1);
            clock = last.plus(Duration.ofMinutes(15)).minusMillis(1);
            assertThat(answers(who, 1)).allMatch(answer -> answer.contains("locked"));
            clock = clock.plus(Duration.ofMinutes(20));
            assertThat(answers(who, 9)).allMatch(answer -> answer.contains("wrong"));
            clock = clock.minusSeconds(1).plus(Duration.ofMinutes(15));
            assertThat(answers(who, 9)).allMatch(answer -> answer.contains("wrong"));
            clock = clock.plus(Duration.ofMinutes(30));
        }
    }

    @Test
    void noLoginOfNobodyIsKeptInClearNorForLong() {
        String secret = "ma tortue violette";
        answers(secret, 3);
        assertThat(office.rows("SELECT failures, locked_until_at FROM stray_login"))
                .containsExactly("3|null");
        assertThat(new String(office.database(), StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        clock = clock.plus(Duration.ofMinutes(16));
        answers("other@example.org", 1);
        assertThat(office.rows("SELECT failures FROM stray_login")).containsExactly("1");
        assertThat(run("", "db", "retention", "--yes").exit()).isZero();
        assertThat(office.rows("SELECT failures FROM stray_login")).containsExactly("1");
        clock = clock.plus(Duration.ofMinutes(16));
        byte[] before = office.database();
        assertThat(run("", "db", "retention", "--dry-run").exit()).isZero();
        assertThat(office.database()).isEqualTo(before);
        assertThat(run("", "db", "retention", "--yes").exit()).isZero();
        assertThat(office.rows("SELECT failures FROM stray_login")).isEmpty();
        assertThat(office.run("db", "verify").exit()).isZero();
    }

    @Test
    void aDrawnPasswordMayBeTypedAsPeopleCopyIt() {
        String letters = password.replace("-", "");
        String upper = password.toUpperCase(java.util.Locale.ROOT);
        for (String typed : List.of(
                letters,
                upper,
                letters.toUpperCase(java.util.Locale.ROOT),
                " " + password.replace('-', ' ') + " ",
                password.replace('-', '\u2013'))) {
            assertThat(check(typed)).as(typed).isEqualTo("must-change");
        }
        assertThat(check(letters.substring(1))).isEqualTo("wrong");
        assertThat(check(letters + "a")).isEqualTo("wrong");
        assertThat(change(upper, letters).err()).contains("is the one so far");
        assertThat(change(letters, OWN).exit()).isZero();
    }

    @Test
    void aPasswordThatAFamilyChoseIsTakenAsItStands() {
        String own = "hkmn-pqrt-vwxz-2975";
        assertThat(change(password, own).exit()).isZero();
        assertThat(check(own)).isEqualTo("ok");
        assertThat(check(own.replace("-", ""))).isEqualTo("wrong");
        assertThat(check(own.toUpperCase(java.util.Locale.ROOT))).isEqualTo("wrong");
    }

    @Test
    void aResetEndsALockAndTheFormerPassword() {
        for (int i = 0; i < 10; i++) {
            check("wrong");
        }
        String second = reset();
        assertThat(second).isNotEqualTo(password);
        assertThat(check(password)).isEqualTo("wrong");
        assertThat(check(second)).isEqualTo("must-change");
    }

    @Test
    void noPasswordIsAnywhereButOnTheSheet() throws IOException {
        change(password, OWN);
        check(OWN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sheet.pdf"))))
                .isEqualTo("rw-------");
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(content).as(file.toString()).doesNotContain(OWN).doesNotContain(password);
            }
        }
    }

    @Test
    void theHistoryTellsEverySheetAndMail() {
        reset();
        assertThat(run("", "credential", "reset", "F0001", "--outbox", "out").exit())
                .isZero();
        String history = run("", "credential", "list", "--history", "--family", "F0001", "--format", "csv")
                .out();
        assertThat(history.lines().toList())
                .hasSize(4)
                .startsWith("family;name;delivered_by;delivered_at;to;state;reply")
                .element(1)
                .asString()
                .startsWith("F0001;Dupont;sheet;2016-10-14T09:00;;printed;");
        assertThat(history.lines().toList())
                .element(3)
                .asString()
                .contains(";mail;2016-10-14T09:00:", ";" + login + ";sent;");
        assertThat(run("", "credential", "list", "--history", "--family", "F0001")
                        .out()
                        .lines())
                .hasSize(5);
        assertThat(run("", "credential", "list", "--history", "--format", "json")
                        .out())
                .contains("\"delivered_by\"");
        assertThat(run("", "credential", "list", "--history", "--state", "none").out())
                .doesNotContain("F0001");
        assertThat(run("", "credential", "list", "--history", "--family", "F9999")
                        .exit())
                .isEqualTo(3);
    }

    @Test
    void theListTellsWhoHasWhat() {
        assertThat(run("", "credential", "list", "--family", "F0001", "--format", "csv")
                        .out())
                .contains(";issued;;sheet;2016-10-14T09:00;;");
        change(password, OWN);
        assertThat(run("", "credential", "list", "--state", "changed", "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(run("", "credential", "list", "--state", "none").out()).doesNotContain("F0001 ");
        assertThat(run("", "credential", "list", "--school", "NOWHERE").exit()).isEqualTo(3);
        assertThat(run("", "credential", "list", "--state", "odd").exit()).isEqualTo(2);
    }

    @Test
    void aPasswordOnTheCommandLineIsNotRepeated() {
        for (String[] args : new String[][] {
            {"credential", "check", login, password},
            {"credential", "check", login, "--password", password},
            {"credential", "check", login, "--password=" + password},
            {"credential", "change", login, password, OWN}
        }) {
            Result result = run("", args);
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.out() + result.err())
                    .doesNotContain(password, OWN)
                    .containsAnyOf("command line", "--password");
        }
    }

    @Test
    void aSheetThatCannotBeWrittenLeavesThePasswordAsItWas() throws IOException {
        Files.createDirectory(folder.resolve("folder.pdf"));
        for (String rehearsal : List.of("--no-progress", "--dry-run")) {
            byte[] before = office.database();
            assertThat(run("", "credential", "reset", "F0001", "-o", "folder.pdf", rehearsal)
                            .exit())
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(office.database()).isEqualTo(before);
        }
        assertThat(run(password + "\n", "credential", "check", login).exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(run(password + "\n", "credential", "check", login, "--format", "csv")
                        .out())
                .contains("must-change");
    }
}
