package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import fr.perisco.OnlyOnFile;
import fr.perisco.TestServer;
import fr.perisco.cli.TestOffice.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A year of the sample town, on a file and on a server: whatever is said and written is the same to the byte. */
@OnlyOnFile("both engines are compared here in one test")
class YearOnBothEnginesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Path YEAR = Path.of("src/test/resources/fr/perisco/cli/year");

    /** What each engine says in its own way: where it is, and how many migrations it took. */
    private static final String OWN_WORDS = "(?m)(\\S*office\\.db|jdbc:postgresql:\\S+)|\\(\\d+ migrations?\\)";

    /** What holds passwords that were drawn, other ones each time. */
    private static final String SECRET = "secret/";

    /** What a server has not, or what asks no database. */
    private static final Set<String> NOT_IN_THE_YEAR =
            Set.of("db backup", "db restore", "db copy", "payment parse-notification", "completion", "man");

    @TempDir
    Path folder;

    /**
     * A command of the year.
     *
     * @param moment of Paris at which it is typed
     * @param answer of it: what it must be, to know whether it still tests what it should
     */
    private record Line(LocalDateTime moment, Set<Integer> answer, String command) {
        private static final Pattern FORM = Pattern.compile("([!?] )?(\\S+) (.*)");

        static Line of(String line) {
            Matcher parts = FORM.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            Set<Integer> answer = switch (parts.group(1) == null ? "" : parts.group(1)) {
                case "! " -> Set.of(ExitCode.REFUSED, ExitCode.USAGE);
                case "? " -> Set.of(ExitCode.PARTIAL, ExitCode.BAD_DATA);
                default -> Set.of(ExitCode.OK);
            };
            return new Line(LocalDateTime.parse(parts.group(2)), answer, parts.group(3));
        }

        /** At its moment, as people type it; an underscore is a space within a word. */
        String[] typed(Path setup) {
            return Stream.concat(Stream.of("--now", moment.toString()), Stream.of(command.split(" ")))
                    .map(word -> word.replaceFirst(
                                    "^SAMPLE/", Path.of("sample-data").toAbsolutePath() + "/")
                            .replaceFirst("^YEAR/", YEAR.toAbsolutePath() + "/")
                            .replaceFirst("^SETUP$", setup.toString())
                            .replace('_', ' '))
                    .toArray(String[]::new);
        }

        Clock clock() {
            return Clock.fixed(moment.atZone(PARIS).toInstant(), ZoneOffset.UTC);
        }
    }

    private static List<Line> year() throws IOException {
        return Files.readAllLines(YEAR.resolve("commands.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::of)
                .toList();
    }

    /** The sample town's, with a shuttle, and with one place on Wednesday afternoons. */
    private Path setup() throws IOException {
        Path setup = Files.createDirectories(folder.resolve("setup"));
        try (Stream<Path> files = Files.list(Path.of("sample-data/setup"))) {
            for (Path file : files.toList()) {
                Files.writeString(
                        setup.resolve(file.getFileName()),
                        Files.readString(file)
                                .replace("Mercredi après-midi;wed;school;20;", "Mercredi après-midi;wed;school;1;"));
            }
        }
        Files.copy(YEAR.resolve("shuttles.csv"), setup.resolve("shuttles.csv"));
        return setup;
    }

    private Map<String, String> lived(String name, String database, Path setup) throws IOException {
        TestOffice office = TestOffice.nowhere(Files.createDirectories(folder.resolve(name)));
        Map<String, String> told = new TreeMap<>();
        int number = 0;
        for (Line line : year()) {
            Answer answer = office.runAt(line.clock(), Map.of("PERISCO_DB", database), line.typed(setup));
            assertThat(answer.exit())
                    .as("%s: %s%s %s", name, line.command(), answer.out(), answer.err())
                    .isIn(line.answer());
            told.put(
                    "%03d %s".formatted(number++, line.command()),
                    (answer.exit() + "\n" + answer.out() + answer.err()).replaceAll(OWN_WORDS, "…"));
        }
        return told;
    }

    @Test
    void everyCommandSaysAndWritesTheSame() throws IOException {
        Path setup = setup();
        Map<String, String> onFile = lived("file", "office.db", setup);
        Map<String, String> onServer = lived("server", TestServer.url("year"), setup);

        assertSoftly(softly -> {
            onFile.forEach((command, said) ->
                    softly.assertThat(onServer.get(command)).as(command).isEqualTo(said));
            for (String written : written("file")) {
                if (!written.startsWith(SECRET)) {
                    softly.assertThat(folder.resolve("server").resolve(written))
                            .as(written)
                            .hasSameBinaryContentAs(folder.resolve("file").resolve(written));
                }
            }
        });
        assertThat(written("server")).isEqualTo(written("file")).hasSizeGreaterThan(700);
    }

    private Set<String> written(String name) {
        Path place = folder.resolve(name);
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> place.relativize(file).toString())
                    .filter(file -> !file.startsWith("office.db"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyCommandIsInTheYear() throws IOException {
        Set<String> all = CommandWordsTest.tree(folder, Locale.ENGLISH).commands().stream()
                .filter(command -> command.subcommands().isEmpty())
                .map(command -> String.join(" ", CommandTree.path(command)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> typed = year().stream().map(Line::command).toList();

        all.removeAll(NOT_IN_THE_YEAR);
        all.removeIf(command -> typed.stream().anyMatch(line -> (line + " ").startsWith(command + " ")));

        assertThat(all).isEmpty();
    }
}
