package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.perisco.store.PasswordHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G17: Passwords and sheets by the packaged tool, killed and run twice at once. */
class CredentialIssueIT {
    private static final Pattern PASSWORD = Pattern.compile("Mot de passe provisoire (\\S+) ");

    private static final String LAUNCHER = System.getProperty("perisco.launcher", "scripts/perisco");

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    private record Result(int exit, String out) {}

    @BeforeAll
    static void importTwoFamilies() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("sample-data/families.csv"));
        Files.write(prepared.resolve("families.csv"), lines.subList(0, 4));
        assertThat(run(prepared, List.of("init", "--setup", "sample-data/setup"))
                        .exit())
                .isZero();
        assertThat(run(
                                prepared,
                                List.of(
                                        "import",
                                        "families",
                                        prepared.resolve("families.csv").toString()))
                        .exit())
                .isZero();
    }

    private static Process start(Path folder, List<String> before, List<String> args, String output)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                LAUNCHER, "--lang", "en", "--db", folder.resolve("town.db").toString(), "--now", "2016-10-14T09:00"));
        command.addAll(args);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve(output).toFile())
                .start();
    }

    private static Result run(Path folder, List<String> args) throws Exception {
        Process process = start(folder, List.of(), args, "output");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(folder.resolve("output")));
    }

    private List<String> issue() {
        return List.of("credential", "issue", "-o", folder.resolve("sheets").toString());
    }

    private void copyDatabase() throws IOException {
        Files.copy(prepared.resolve("town.db"), folder.resolve("town.db"));
    }

    private Map<String, String> hashes() throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("town.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select code, password_hash from credential join family on family.id = family_id")) {
            while (rows.next()) {
                hashes.put(rows.getString(1), rows.getString(2));
            }
        }
        return hashes;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<String> sheetNames() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sheets"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The passwords on the pages of a file. */
    private static List<String> passwords(Path pdf) throws IOException {
        List<String> passwords = new ArrayList<>();
        PdfReader reader = new PdfReader(Files.readAllBytes(pdf));
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            PASSWORD.matcher(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " "))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(passwords::add);
        }
        reader.close();
        return passwords;
    }

    private void assertThatEverySheetWithANameIsGood() throws Exception {
        Map<String, String> hashes = hashes();
        if (!Files.exists(folder.resolve("sheets"))) {
            return;
        }
        for (String name : sheetNames()) {
            if (name.startsWith("identifiants-")) {
                String family = name.substring("identifiants-".length(), name.length() - ".pdf".length());
                String password =
                        passwords(folder.resolve("sheets").resolve(name)).get(0);
                assertThat(hashes).containsKey(family);
                assertThat(PasswordHash.matches(password, hashes.get(family)))
                        .as(name)
                        .isTrue();
            }
        }
    }

    private void assertThatAllIsDone() throws Exception {
        assertThat(hashes()).containsOnlyKeys("F0001", "F0002");
        assertThat(sheetNames()).containsExactly("identifiants-F0001.pdf", "identifiants-F0002.pdf", "print.pdf");
        assertThatEverySheetWithANameIsGood();
        Path sheets = folder.resolve("sheets");
        List<String> singles = new ArrayList<>(passwords(sheets.resolve("identifiants-F0001.pdf")));
        singles.addAll(passwords(sheets.resolve("identifiants-F0002.pdf")));
        assertThat(passwords(sheets.resolve("print.pdf"))).containsExactlyInAnyOrderElementsOf(singles);
    }

    private void assertThatOnlySheetsTellPasswords() throws IOException {
        List<String> passwords = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().endsWith(".pdf") && Files.size(file) > 0) {
                passwords.addAll(passwords(file));
            }
        }
        for (Path file : files()) {
            if (!file.toString().endsWith(".pdf")) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(passwords);
            }
        }
    }

    private static boolean straceWorks() throws Exception {
        try {
            return new ProcessBuilder("strace", "-o", "/dev/null", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Each way in which the run touches the disk: a folder, a sheet synced, the commit, a name given, the end. */
    @ParameterizedTest
    @CsvSource({"mkdir,2", "fsync,4", "fsync,9", "fsync,10", "rename,1", "rename,2", "rename,3", "rmdir,1"})
    void aKilledRunIsFinishedByRunningItAgain(String call, int nth) throws Exception {
        assumeTrue(straceWorks());
        copyDatabase();
        List<String> killer = List.of(
                "strace",
                "-f",
                "-o",
                folder.resolve("trace").toString(),
                "-e",
                "trace=" + call,
                "-e",
                "inject=" + call + ":signal=SIGKILL:when=" + nth);
        Process process = start(folder, killer, issue(), "killed");
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("killed")))
                .isNotZero();
        Files.delete(folder.resolve("trace"));
        assertThatEverySheetWithANameIsGood();

        Result again = run(folder, issue());

        assertThat(again.exit()).as(again.out()).isZero();
        assertThatAllIsDone();
        assertThatOnlySheetsTellPasswords();
    }

    @Test
    void ofTwoRunsAtOnceOneDoesTheWork() throws Exception {
        copyDatabase();
        Process one = start(folder, List.of(), issue(), "one");
        Process other = start(folder, List.of(), issue(), "other");
        assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();

        String said = Files.readString(folder.resolve("one")) + Files.readString(folder.resolve("other"));
        assertThat(List.of(one.exitValue(), other.exitValue())).as(said).containsExactly(0, 0);
        assertThat(said).containsOnlyOnce("2 sheets and print.pdf written");
        assertThatAllIsDone();
    }

    @Test
    void newPasswordsForEverybodyAreNotDrawnUnasked() throws Exception {
        copyDatabase();
        byte[] before = Files.readAllBytes(folder.resolve("town.db"));
        List<String> all = new ArrayList<>(issue());
        all.add("--all");

        Result result = run(folder, all);

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).contains("--yes");
        assertThat(Files.readAllBytes(folder.resolve("town.db"))).isEqualTo(before);
        assertThat(folder.resolve("sheets")).doesNotExist();
    }
}
