package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * G17: A password in clear stands on one sheet or in one mail and nowhere else, whenever the process that draws, mails or changes it is
 * killed: not in the database, its log or its shared memory, not in a temporary file or a half one of another kind, not in what it said,
 * not in what the system shows of it to others.
 */
class KilledCredentialIT {
    private static final String CANARY = "Canari-de-Valmourin-2016";
    private static final String LOGIN = "sandra.dupont@example.org";

    /** Four groups of four of the letters that passwords are drawn from. */
    private static final Pattern DRAWN = Pattern.compile("[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}");

    @TempDir
    static Path prepared;

    @TempDir
    Path folder;

    private final Set<String> shown = new TreeSet<>();

    @BeforeAll
    static void twoFamilies() throws Exception {
        Strace.require();
        PackagedTool tool = new PackagedTool(prepared);
        List<String> lines = Files.readAllLines(Path.of("sample-data/families.csv"));
        Path families = Files.write(prepared.resolve("families.csv"), lines.subList(0, 4));
        assertThat(tool.run("town.db", "init", "--setup", PackagedTool.sample("setup"))
                        .exit())
                .isZero();
        assertThat(tool.run("town.db", "import", "families", families.toString())
                        .exit())
                .isZero();
    }

    private PackagedTool town() throws IOException {
        Files.copy(prepared.resolve("town.db"), folder.resolve("town.db"));
        Files.createDirectory(folder.resolve("tmp"));
        return new PackagedTool(folder);
    }

    /** Where temporary files are looked for, too. */
    private Map<String, String> environment() {
        String temporary = folder.resolve("tmp").toString();
        return Map.of(
                "TMPDIR", temporary,
                "SQLITE_TMPDIR", temporary,
                "PERISCO_JAVA_OPTS", "-XX:ErrorFile=" + temporary + "/error -Djava.io.tmpdir=" + temporary);
    }

    /** Kills a call at one of its system calls, and notes what the system shows of it meanwhile. */
    private void kill(PackagedTool tool, String call, int nth, Path in, String... args) throws Exception {
        Path trace = folder.resolve("trace");
        Process process = tool.start(Strace.sending("SIGKILL", call, nth, trace), environment(), in, "town.db", args);
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(child -> {
                for (String what : List.of("cmdline", "environ")) {
                    shown.add(shown(Path.of("/proc", Long.toString(child.pid()), what)));
                }
            });
        }
        assertThat(Files.readString(trace)).as(call + " " + nth).contains("killed by SIGKILL");
        assertThat(shown).anyMatch(text -> text.contains("credential"));
        Files.delete(trace);
    }

    private static String shown(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private PackagedTool.Result run(PackagedTool tool, Path in, String... args) throws Exception {
        return tool.result(tool.start(List.of(), environment(), in, "town.db", args));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What passwords each sheet and each mail tells, whole or not. */
    private Map<String, Set<String>> told() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            if (name.matches("(sheets/|\\.?sheets).*\\.pdf")) {
                told.put(name, drawn(text(file)));
            } else if (name.matches("mails/(\\d{6}-credential\\.eml|\\.\\d{6}-credential\\.eml\\.part)")) {
                told.put(name, drawn(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        return told;
    }

    private static String text(Path pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        if (Files.size(pdf) > 0) {
            try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
                for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                    text.append(new PdfTextExtractor(reader).getTextFromPage(page))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static Set<String> drawn(String text) {
        Set<String> drawn = new TreeSet<>();
        DRAWN.matcher(text).results().forEach(found -> drawn.add(found.group()));
        return drawn;
    }

    /** Whatever is neither sheet nor mail tells no password. */
    private void assertThatNothingElseTells(Path... inputs) throws IOException {
        Map<String, Set<String>> told = told();
        List<String> secrets = new ArrayList<>(List.of(CANARY));
        told.values().forEach(secrets::addAll);
        told.values().forEach(some -> some.forEach(password -> secrets.add(password.replace("-", ""))));
        Map<String, String> places = new TreeMap<>();
        for (Path file : files()) {
            String name = folder.relativize(file).toString();
            if (!told.containsKey(name) && !List.of(inputs).contains(file)) {
                places.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(places).containsKeys("town.db", "output");
        shown.forEach(text -> places.put("/proc " + places.size(), text));
        places.forEach((name, content) -> {
            assertThat(content).as(name).doesNotContain(secrets);
            assertThat(drawn(content)).as(name).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"pwrite64,2", "pwrite64,12", "pwrite64,20", "write,3", "fsync,4", "fsync,9", "rename,1", "rename,3"})
    void aRunThatPrintsThemLeavesThemOnSheets(String call, int nth) throws Exception {
        PackagedTool tool = town();
        Path nothing = Path.of("/dev/null");
        kill(tool, call, nth, nothing, "credential", "issue", "-o", "sheets");
        assertThatNothingElseTells();

        PackagedTool.Result again = run(tool, nothing, "credential", "issue", "-o", "sheets");

        assertThat(again.exit()).as(again.output()).isZero();
        assertThatNothingElseTells();
        Map<String, Set<String>> told = told();
        assertThat(told)
                .containsOnlyKeys("sheets/identifiants-F0001.pdf", "sheets/identifiants-F0002.pdf", "sheets/print.pdf");
        assertThat(told.get("sheets/print.pdf")).hasSize(2);
        assertThat(told.get("sheets/identifiants-F0001.pdf"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(told.get("sheets/identifiants-F0002.pdf"));
    }

    @ParameterizedTest
    @CsvSource({"pwrite64,5", "pwrite64,30", "pwrite64,60", "write,3", "fsync,4", "fsync,6", "rename,1", "rename,2"})
    void aRunThatMailsThemLeavesThemInMails(String call, int nth) throws Exception {
        PackagedTool tool = town();
        Path nothing = Path.of("/dev/null");
        kill(tool, call, nth, nothing, "credential", "send", "--outbox", "mails");
        assertThatNothingElseTells();

        assertThat(run(tool, nothing, "mail", "retry", "--uncertain").exit()).isZero();
        assertThat(run(tool, nothing, "mail", "send", "--outbox", "mails").exit())
                .isZero();
        PackagedTool.Result again = run(tool, nothing, "credential", "send", "--outbox", "mails");

        assertThat(again.exit()).as(again.output()).isZero();
        assertThatNothingElseTells();
        Map<String, Set<String>> told = told();
        assertThat(told).hasSize(2);
        assertThat(told.keySet()).allMatch(name -> name.matches("mails/\\d{6}-credential\\.eml"));
        assertThat(told.values()).allMatch(passwords -> passwords.size() == 1).doesNotHaveDuplicates();
    }

    @Test
    void aMailHalfWrittenIsThrownAwayByTheNextSenderThoughNobodyRetriesIt() throws Exception {
        PackagedTool tool = town();
        Path nothing = Path.of("/dev/null");
        kill(tool, "rename", 1, nothing, "credential", "send", "--outbox", "mails");
        assertThat(told()).containsOnlyKeys("mails/.000001-credential.eml.part");

        assertThat(run(tool, nothing, "mail", "send", "--outbox", "mails").exit())
                .isZero();

        assertThat(told()).containsOnlyKeys("mails/000002-credential.eml");
        assertThatNothingElseTells();
    }

    @ParameterizedTest
    @CsvSource({"pwrite64,2", "pwrite64,6", "pwrite64,11", "fsync,1", "fsync,3", "pread64,90"})
    void aRunThatChangesOneKeepsNone(String call, int nth) throws Exception {
        PackagedTool tool = town();
        Path nothing = Path.of("/dev/null");
        assertThat(run(tool, nothing, "credential", "issue", "-o", "sheets").exit())
                .isZero();
        String former = told().get("sheets/identifiants-F0001.pdf").iterator().next();
        Path typed = Files.writeString(folder.resolve("typed"), former + "\n" + CANARY + "\n" + CANARY + "\n");

        kill(tool, call, nth, typed, "credential", "change", LOGIN);

        assertThatNothingElseTells(typed);
    }

    @Test
    void aPasswordThatIsWrongIsNotRepeated() throws Exception {
        PackagedTool tool = town();
        Path typed = Files.writeString(folder.resolve("typed"), CANARY + "\n");
        assertThat(run(tool, Path.of("/dev/null"), "credential", "issue", "-o", "sheets")
                        .exit())
                .isZero();

        assertThat(run(tool, typed, "credential", "change", LOGIN, "--stacktrace")
                        .exit())
                .isEqualTo(3);

        assertThatNothingElseTells(typed);
    }
}
