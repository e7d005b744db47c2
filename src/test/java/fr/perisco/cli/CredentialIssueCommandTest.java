package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.perisco.domain.credential.TemporaryPassword;
import fr.perisco.store.PasswordHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in process, on a database of five families of whom one has no e-mail. */
class CredentialIssueCommandTest {
    private static final Instant MONDAY = Instant.parse("2016-10-03T07:00:00Z");
    private static final String FAMILIES = """
            family;family_name;quotient;quotient_from;resident;guardian_civility;guardian_last_name;guardian_first_name;\
            guardian_email;guardian_phone;guardian2_civility;guardian2_last_name;guardian2_first_name;guardian2_email;\
            guardian2_phone;address;postcode;city;child;child_last_name;child_first_name;birth_date;sex;school;class;diet;\
            vaccines_until
            F1;Zola;;;yes;Mme;Zola;Émilie;Zola@Example.org;;;;;;;1 rue du Bourg;24696;Valmourin;E1;Zola;Éloi;2008-05-14;M;BOURG;CE2 A;;
            F2;Roy;;;yes;M.;Roy;Jean;;;;;;;;2 rue du Bourg;24696;Valmourin;E2;Roy;Anna;2009-05-14;F;BOURG;CE1 A;;
            F3;Abadie;;;yes;Mme;Abadie;Anne;abadie@example.org;;;;;;;3 rue du Bourg;24696;Valmourin;E3;Abadie;Luc;2008-05-14;M;MOULIN;CE1 A;;
            F4;Faure;;;yes;Mme;Faure;Léa;faure@example.org;;M.;Faure;Max;max@example.org;;4 rue du Bourg;24696;Valmourin;E4;Faure;Tom;2006-05-14;M;MOULIN;CM2 A;;
            F4;Faure;;;yes;Mme;Faure;Léa;faure@example.org;;M.;Faure;Max;max@example.org;;4 rue du Bourg;24696;Valmourin;E5;Faure;Zoé;2009-05-14;F;BOURG;CE1 B;;
            F5;Petit;;;yes;Mme;Petit;Marie;petit@example.org;;;;;;;5 rue du Bourg;24696;Valmourin;E6;Petit;Lucas;2010-05-14;M;MOULIN;CP A;;
            """;

    private static final Supplier<RandomGenerator> NOTHING_TO_DRAW = () -> () -> {
        throw new AssertionError("nothing is to be drawn");
    };

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    private Instant clock = MONDAY;

    private record Result(int exit, String out, String err) {}

    @BeforeAll
    static void importFamilies() throws IOException {
        Files.writeString(prepared.resolve("families.csv"), FAMILIES);
        Surroundings office = new Surroundings(
                Clock.fixed(MONDAY, ZoneOffset.UTC),
                Map.of(),
                prepared,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                System.err,
                false);
        String setup = Path.of("sample-data/setup").toAbsolutePath().toString();
        assertThat(Perisco.run(office, "init", "--setup", setup)).isZero();
        assertThat(Perisco.run(office, "import", "families", "families.csv")).isZero();
    }

    @BeforeEach
    void copyDatabase() throws IOException {
        Files.copy(prepared.resolve("perisco.db"), folder.resolve("perisco.db"));
    }

    private Result run(boolean answering, String answer, Supplier<RandomGenerator> random, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        clock = clock.plus(Duration.ofMinutes(1));
        int exit = Perisco.run(
                new Surroundings(
                        Clock.fixed(clock, ZoneOffset.UTC),
                        Map.of("USER", "sandra"),
                        folder,
                        new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        answering,
                        random),
                args);
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Result run(String... args) {
        return run(false, "", () -> new Random(clock.getEpochSecond()), args);
    }

    private Result issue(String... more) {
        List<String> args = new ArrayList<>(List.of("credential", "issue", "-o", "sheets"));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    private Path sheets(String name) {
        return folder.resolve("sheets").resolve(name);
    }

    /** Every file below the folder by its name, with its content. */
    private Map<String, String> everything() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private List<String> sheetNames() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sheets"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> pages(String name) throws IOException {
        PdfReader reader = new PdfReader(Files.readAllBytes(sheets(name)));
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " "));
        }
        reader.close();
        return pages;
    }

    private static String passwordOn(String page) {
        return page.replaceFirst(".*Mot de passe provisoire (\\S+) .*", "$1");
    }

    private String password(String family) throws IOException {
        return passwordOn(pages("identifiants-" + family + ".pdf").get(0));
    }

    private List<String> query(String sql) throws Exception {
        List<String> rows = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("perisco.db"));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(";", row));
            }
        }
        return rows;
    }

    private Map<String, String> hashes() throws Exception {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String row : query(
                "select code, password_hash from credential join family on family.id = family_id order by code")) {
            hashes.put(row.substring(0, row.indexOf(';')), row.substring(row.indexOf(';') + 1));
        }
        return hashes;
    }

    private void assertThatEverySheetIsGood(String... families) throws Exception {
        assertThat(hashes()).containsOnlyKeys(families);
        for (String family : families) {
            assertThat(PasswordHash.matches(password(family), hashes().get(family)))
                    .as(family)
                    .isTrue();
        }
    }

    @Test
    void eachFamilyThatHasNoneGetsASheetAndAStoredHash() throws Exception {
        Result result = issue();

        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("sheets/identifiants-F1.pdf", "zola@example.org", "4 sheets and print.pdf written to sheets");
        assertThat(sheetNames())
                .containsExactly(
                        "identifiants-F1.pdf",
                        "identifiants-F3.pdf",
                        "identifiants-F4.pdf",
                        "identifiants-F5.pdf",
                        "print.pdf");
        assertThatEverySheetIsGood("F1", "F3", "F4", "F5");
        assertThat(pages("identifiants-F1.pdf").get(0)).contains("Mme Zola Émilie", "Identifiant zola@example.org");
        assertThat(query("select distinct is_temporary, failures from credential"))
                .containsExactly("1;0");
        assertThat(query("select kind, actor, effective_at from act where id > 2"))
                .containsExactly("credential issue;sandra;2016-10-03T09:01:00");
        assertThat(query("select family_id, channel, act_id from credential_delivery"))
                .hasSize(4)
                .allMatch(row -> row.endsWith(";sheet;3"));
    }

    @Test
    void thePrintFileGoesBySchoolAndClassSoThatTeachersHandItOut() throws Exception {
        issue();

        List<String> pages = pages("print.pdf");
        assertThat(pages.get(0))
                .containsSubsequence(
                        "Jean Moulin – CE1 A", "2 Mme Abadie", "CM2 A", "3 Mme Faure", "Faure Tom, Faure Zoé")
                .containsSubsequence("Bourg – CE2 A", "5 Mme Zola", "4 fiches")
                .doesNotContain("@", password("F1"), password("F3"));
        assertThat(pages.subList(1, pages.size()))
                .extracting(page -> page.replaceFirst(".* Identifiant (\\S+) .*", "$1"))
                .containsExactly("abadie@example.org", "faure@example.org", "petit@example.org", "zola@example.org");
        assertThat(pages.get(2)).containsSubsequence("Faure Tom", "CM2 A", "Faure Zoé", "CE1 B");
        assertThat(passwordOn(pages.get(4))).isEqualTo(password("F1"));
    }

    @Test
    void theListIsInTheOrderOfThePrintFileAndScriptsCanReadIt() {
        assertThat(issue("--format", "csv").out()).isEqualToNormalizingNewlines("""
                        family;login;file
                        F3;abadie@example.org;sheets/identifiants-F3.pdf
                        F4;faure@example.org;sheets/identifiants-F4.pdf
                        F5;petit@example.org;sheets/identifiants-F5.pdf
                        F1;zola@example.org;sheets/identifiants-F1.pdf
                        """);
        assertThat(issue("--format", "csv").out()).isEqualToNormalizingNewlines("family;login;file\n");
    }

    @Test
    void aFamilyWithoutALoginIsNamedAndCounted() {
        Result result = issue();

        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("family F2 (Roy) has no login").doesNotContain("F1");
        assertThat(result.out()).contains("without a login: 1");
    }

    @Test
    void aSecondRunChangesNothingAndSaysSo() throws Exception {
        issue();
        Map<String, String> before = everything();

        Result second = run(false, "", NOTHING_TO_DRAW, "credential", "issue", "-o", "sheets");

        assertThat(second.exit()).isZero();
        assertThat(second.out()).contains("nothing to do", "have their password already: 4");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aLaterBatchLeavesEarlierSheetsAndTheirPrintFile() throws Exception {
        issue("--family", "F1", "--family", "F3");
        Map<String, String> first = everything();

        Result later = issue();

        assertThat(later.exit()).isZero();
        assertThat(later.out()).contains("the earlier print.pdf is kept as print-1.pdf");
        Map<String, String> now = everything();
        assertThat(now.get("sheets/print-1.pdf")).isEqualTo(first.get("sheets/print.pdf"));
        assertThat(now.get("sheets/identifiants-F1.pdf")).isEqualTo(first.get("sheets/identifiants-F1.pdf"));
        assertThat(pages("print.pdf")).hasSize(1 + 2);
        assertThatEverySheetIsGood("F1", "F3", "F4", "F5");
    }

    @Test
    void aNamedFamilyThatHasItsPasswordKeepsIt() throws Exception {
        issue("--family", "F1");
        Map<String, String> before = everything();

        Result again = issue("--family", "F1");

        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("family F1 has its password already; with --all it gets a new one");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void everyUnknownFamilyIsRefusedByName() throws Exception {
        Map<String, String> before = everything();

        Result result = issue("--family", "F1", "--family", "FX", "--family", "FY");

        assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(result.err()).contains("no family has the code FX", "no family has the code FY");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void allAsksAndWithoutATerminalItWantsYes() throws Exception {
        issue();
        Map<String, String> before = everything();

        for (String[] more : new String[][] {{"--all"}, {"--all", "--dry-run"}}) {
            Result result = issue(more);
            assertThat(result.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("Draw 4 new passwords? The 4 in use stop working at once.", "--yes");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void anAnswerOtherThanYesChangesNothing() throws Exception {
        issue();
        Map<String, String> before = everything();

        for (String answer : List.of("n\n", "\n", "", "perhaps\n")) {
            Result result = run(
                    true, answer, () -> new Random(1), "--lang", "fr", "credential", "issue", "--all", "-o", "sheets");
            assertThat(result.exit()).isEqualTo(ExitCode.REFUSED);
            assertThat(result.err()).contains("Tirer 4 nouveaux mots de passe ?", "[o/N]", "rien n’a été changé");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void allDrawsNewPasswordsForEverybodyAndTheOldOnesStopWorking() throws Exception {
        issue();
        Map<String, String> former = new LinkedHashMap<>();
        for (String family : hashes().keySet()) {
            former.put(family, password(family));
        }

        Result result = run(true, "Oui\n", () -> new Random(2), "credential", "issue", "--all", "-o", "sheets");

        assertThat(result.exit()).isZero();
        assertThatEverySheetIsGood("F1", "F3", "F4", "F5");
        Map<String, String> hashes = hashes();
        for (Map.Entry<String, String> family : former.entrySet()) {
            assertThat(PasswordHash.matches(family.getValue(), hashes.get(family.getKey())))
                    .isFalse();
        }
        assertThat(sheetNames()).contains("print.pdf").doesNotContain("print-1.pdf");
        assertThat(passwordOn(pages("print.pdf").get(4))).isEqualTo(password("F1"));
        assertThat(query("select act_id, subject, code, field, before, after from audit_change where act_id > 3"))
                .containsExactlyInAnyOrder(
                        "4;credential;F1;password;***;***",
                        "4;credential;F3;password;***;***",
                        "4;credential;F4;password;***;***",
                        "4;credential;F5;password;***;***");
    }

    @Test
    void allWithAFamilyRenewsThatOneAlone() throws Exception {
        issue();
        Map<String, String> before = hashes();

        Result result = issue("--all", "--yes", "--family", "F4");

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("1 sheet and print.pdf", "kept as print-1.pdf");
        assertThatEverySheetIsGood("F1", "F3", "F4", "F5");
        assertThat(hashes().get("F4")).isNotEqualTo(before.get("F4"));
        assertThat(hashes()).containsAllEntriesOf(Map.of("F1", before.get("F1"), "F3", before.get("F3")));
    }

    @Test
    void aRehearsalSaysTheSameAndDoesNothing() throws Exception {
        Map<String, String> before = everything();

        Result rehearsal =
                run(false, "", NOTHING_TO_DRAW, "--format", "csv", "credential", "issue", "-o", "sheets", "--dry-run");

        assertThat(everything()).isEqualTo(before);
        assertThat(folder.resolve("sheets")).doesNotExist();
        Result real = issue("--format", "csv");
        assertThat(rehearsal.exit()).isEqualTo(real.exit());
        assertThat(rehearsal.out()).isEqualTo(real.out());
        assertThat(rehearsal.err().replace("would be written", "written"))
                .isEqualTo(real.err() + "rehearsal: nothing was kept\n");
    }

    @Test
    void thePasswordIsOnTheSheetsAndNowhereElse() throws Exception {
        String canary = TemporaryPassword.draw(new Random(42)).text().toString();

        Result result = run(
                false,
                "",
                () -> new Random(42),
                "credential",
                "issue",
                "-o",
                "sheets",
                "--family",
                "F1",
                "--stacktrace");

        assertThat(password("F1")).isEqualTo(canary);
        assertThatNothingTells(canary, result);
    }

    /** In one piece, in pieces, or without the hyphens. */
    private void assertThatNothingTells(String password, Result result) throws IOException {
        Map<String, String> places = everything();
        places.keySet().removeIf(name -> name.endsWith(".pdf"));
        places.put("stdout", result.out());
        places.put("stderr", result.err());
        assertThat(places).containsKey("perisco.db");
        places.forEach((name, content) -> assertThat(content.toLowerCase(Locale.ROOT))
                .as(name)
                .doesNotContain(password, password.replace("-", ""), password.substring(0, 9)));
    }

    @Test
    void whatWasInterruptedAfterThePasswordsWereStoredIsFinishedByTheNextRun() throws Exception {
        Files.createDirectories(sheets("identifiants-F4.pdf").resolve("in-the-way"));
        Result stopped = issue("--stacktrace");

        assertThat(stopped.exit()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(hashes()).containsOnlyKeys("F1", "F3", "F4", "F5");
        assertThat(sheets("print.pdf")).doesNotExist();
        assertThatNothingTells(password("F1"), stopped);

        Files.delete(sheets("identifiants-F4.pdf").resolve("in-the-way"));
        Files.delete(sheets("identifiants-F4.pdf"));
        Map<String, String> before = hashes();
        Map<String, String> untouched = everything();
        assertThat(issue("--dry-run", "--format", "csv").out()).contains("F4;faure@example.org");
        assertThat(everything()).isEqualTo(untouched);
        Result finished = issue();

        assertThat(finished.exit()).isZero();
        assertThat(finished.out())
                .contains("a run was interrupted", "its 4 sheets are in sheets", "sheets/identifiants-F4.pdf");
        assertThat(hashes()).isEqualTo(before);
        assertThatEverySheetIsGood("F1", "F3", "F4", "F5");
        assertThat(pages("print.pdf")).hasSize(1 + 4);
        assertThat(sheetNames()).noneMatch(name -> name.startsWith("."));
        assertThat(query("select count(*) from act where kind = 'credential issue'"))
                .containsExactly("1");
        Map<String, String> settled = everything();
        assertThat(issue().out()).doesNotContain("interrupted");
        assertThat(everything()).isEqualTo(settled);
    }

    @Test
    void whatWasInterruptedBeforeThePasswordsWereStoredIsThrownAway() throws Exception {
        Path hidden = sheets(".sheets-3-" + MONDAY.toEpochMilli());
        Files.createDirectories(hidden);
        Files.writeString(hidden.resolve("identifiants-F1.pdf"), "never stored");
        Files.writeString(hidden.resolve("print.pdf"), "never stored");

        Result result = issue();

        assertThat(result.out()).doesNotContain("interrupted");
        assertThat(sheetNames()).hasSize(5).noneMatch(name -> name.startsWith("."));
        assertThatEverySheetIsGood("F1", "F3", "F4", "F5");
    }

    @Test
    void aFolderThatCannotBeIsRefusedBeforeAnythingIsDone() throws Exception {
        Files.writeString(folder.resolve("sheets"), "a letter");
        Map<String, String> before = everything();

        for (String[] more : new String[][] {{}, {"--dry-run"}}) {
            Result result = issue(more);
            assertThat(result.exit()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(result.err()).contains("sheets cannot be written");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void onlyTheOwnerMayReadTheSheets() throws Exception {
        issue("--family", "F1");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sheets"))))
                .isEqualTo("rwx------");
        for (String name : sheetNames()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sheets(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theSheetNamesThePortalWhereTheOfficeSaysIt() throws Exception {
        Files.createDirectory(folder.resolve("setup"));
        Files.writeString(
                folder.resolve("setup/office.properties"), "office.portal-url=https://portail.valmourin.example/\n");
        assertThat(run("setup", "load", "setup").exit()).isZero();

        issue("--family", "F1");

        assertThat(pages("identifiants-F1.pdf").get(0)).contains("https://portail.valmourin.example/");
    }

    @Test
    void aPortalThatIsNoWebAddressIsNotLoaded() throws Exception {
        Files.createDirectory(folder.resolve("setup"));
        Files.writeString(folder.resolve("setup/office.properties"), "office.portal-url=portail.valmourin.example\n");

        Result result = run("setup", "load", "setup");

        assertThat(result.exit()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(result.err()).contains("is no web address");
    }
}
