package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.cli.Perisco;
import fr.perisco.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sample town's first thirty families, their school year booked: a month end that writes some fifty pages. */
public final class SmallTown {
    /** When November 2016 is over. */
    public static final String DECEMBER = "2016-12-01T08:00";

    private static final String LAST_FAMILY = "F0030";
    private static final String OCTOBER = "2016-10-14T09:00";
    private static final int FAMILY = 0;
    private static final int CHILD = 18;

    /** What a command left: its exit code, and what it wrote on both streams. */
    public record Answer(int exit, String output) {}

    private SmallTown() {}

    /** Books the town into a database, with files beside it. */
    public static void book(Path database) throws IOException {
        Path folder = database.getParent();
        List<String> families = rows("families", row -> row[FAMILY].compareTo(LAST_FAMILY) <= 0);
        Set<String> children =
                families.stream().map(row -> row.split(";", -1)[CHILD]).collect(Collectors.toSet());
        Files.write(folder.resolve("families.csv"), families);
        for (String name : List.of("registrations", "weeks")) {
            Files.write(folder.resolve(name + ".csv"), rows(name, row -> children.contains(row[0])));
        }
        done(database, OCTOBER, "init", "--setup", PackagedTool.sample("setup"));
        for (String name : List.of("families", "registrations", "weeks")) {
            done(
                    database,
                    OCTOBER,
                    "import",
                    name,
                    folder.resolve(name + ".csv").toString());
        }
    }

    private static List<String> rows(String name, Predicate<String[]> wanted) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(PackagedTool.sample(name + ".csv")));
        List<String> kept = new ArrayList<>(List.of(lines.get(0)));
        lines.stream().skip(1).filter(line -> wanted.test(line.split(";", -1))).forEach(kept::add);
        return kept;
    }

    private static void done(Path database, String moment, String... args) {
        Answer answer = ask(database, moment, args);
        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    /** Runs a command in this process, as a clerk does whose other one was killed. */
    public static Answer ask(Path database, String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        return ask(database, Clock.fixed(Instant.parse("2016-12-31T07:00:00Z"), ZoneOffset.UTC), all);
    }

    /** The same at the moment that the machine's clock tells. */
    public static Answer ask(Path database, Clock clock, List<String> args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of("--lang", "en", "--db", database.toString()));
        all.addAll(args);
        int exit = Perisco.run(
                new Surroundings(
                        clock,
                        Map.of("USER", "clerk"),
                        database.getParent(),
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        out,
                        false),
                all.toArray(String[]::new));
        return new Answer(exit, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Starts the same command of the packaged tool, behind a command that watches it. */
    public static Process start(List<String> watcher, Path output, Path database, String moment, String... args)
            throws IOException {
        List<String> command = new ArrayList<>(watcher);
        command.addAll(List.of(
                Path.of(System.getProperty("perisco.launcher", "scripts/perisco"))
                        .toAbsolutePath()
                        .toString(),
                "--lang",
                "en",
                "--db",
                database.toString(),
                "--now",
                moment));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(database.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("USER", "clerk");
        return process.start();
    }
}
