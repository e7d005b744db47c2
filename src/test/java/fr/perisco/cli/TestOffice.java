package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An office in a folder of its own, and the terminal at which commands are typed. Each runs in this process, on a real database,
 * at nine in the morning of 14 October 2016.
 */
public final class TestOffice {
    /** What a command answered. */
    public record Answer(int exit, String out, String err) {
        public List<String> errLines() {
            return err.lines().toList();
        }

        public List<String> outLines() {
            return out.lines().toList();
        }
    }

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2016-10-14T07:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, TestDatabase.Kept> FOUNDED = new TreeMap<>();

    private final Path folder;

    private TestOffice(Path folder) {
        this.folder = folder;
    }

    /** A folder with no office in it yet. */
    public static TestOffice nowhere(Path folder) {
        return new TestOffice(folder);
    }

    /** An office that has a database and nothing in it. */
    public static TestOffice empty(Path folder) {
        return founded(folder, "empty", office -> office.done("init"));
    }

    /** The sample town's office: its setup, and no family yet. */
    public static TestOffice withSetup(Path folder) {
        return founded(folder, "setup", office -> office.done("init", "--setup", sample("setup")));
    }

    /** The sample town's office and its families; nobody is registered yet. */
    public static TestOffice withFamilies(Path folder) {
        return founded(folder, "families", office -> {
            withSetup(folder);
            office.done("import", "families", sample("families.csv"));
        });
    }

    /** The sample town's office, its families, their registrations and their typical weeks: the year is booked. */
    public static TestOffice booked(Path folder) {
        return founded(folder, "booked", office -> {
            withFamilies(folder);
            office.done("import", "registrations", sample("registrations.csv"));
            office.done("import", "weeks", sample("weeks.csv"));
        });
    }

    /** Founding is work: it is done once, and its database copied. */
    private static synchronized TestOffice founded(Path folder, String kind, Consumer<TestOffice> founding) {
        TestOffice office = new TestOffice(folder);
        TestDatabase.Kept kept = FOUNDED.get(kind);
        if (kept == null) {
            founding.accept(office);
            FOUNDED.put(kind, office.keep());
        } else {
            office.putBack(kept);
        }
        return office;
    }

    /** A file of the sample town, by its whole path. */
    public static String sample(String name) {
        return Path.of("sample-data").resolve(name).toAbsolutePath().toString();
    }

    /** Types a command, in English unless it says {@code --lang}. Whatever is typed, it must not be a bug. */
    public Answer run(String... args) {
        return runWith(new byte[0], args);
    }

    /** Types a command that reads its standard input. */
    public Answer runWith(byte[] in, String... args) {
        return run(CLOCK, Map.of(), in, args);
    }

    private Answer run(Clock clock, Map<String, String> more, byte[] in, String... args) {
        Map<String, String> environment = new TreeMap<>(Map.of("PERISCO_DB", address(), "USER", "clerk"));
        environment.putAll(more);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Perisco.run(
                new Surroundings(
                        clock,
                        environment,
                        folder,
                        new ByteArrayInputStream(in),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false),
                args);
        Answer answer = new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(exit)
                .as("perisco %s: %s", String.join(" ", args), answer.err())
                .isNotEqualTo(ExitCode.BUG);
        assertThat(answer.err()).doesNotContain("Exception").doesNotContain("\tat ");
        return answer;
    }

    /** Types a command in another environment, or at another real moment. */
    public Answer runAt(Clock clock, Map<String, String> environment, String... args) {
        return run(clock, environment, new byte[0], args);
    }

    /** Types a command that must do what it is asked. */
    public Answer done(String... args) {
        Answer answer = run(args);
        assertThat(answer.exit())
                .as("perisco %s: %s", String.join(" ", args), answer.err())
                .isZero();
        return answer;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Path write(String name, byte[] content) {
        try {
            Files.createDirectories(file(name).getParent());
            return Files.write(file(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] content(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String name) {
        return new String(content(name), StandardCharsets.UTF_8);
    }

    /** What is typed to name the database. */
    String address() {
        return TestDatabase.isOnServer() ? stored().address().name() : "office.db";
    }

    private TestDatabase stored() {
        return TestDatabase.at(file("office.db"));
    }

    /** All there is in the database: the same bytes as long as nothing is written. */
    public byte[] database() {
        return stored().content();
    }

    TestDatabase.Kept keep() {
        return stored().keep();
    }

    void putBack(TestDatabase.Kept kept) {
        stored().putBack(kept);
    }

    /** A connection to the database past perisco. */
    Connection connect() throws SQLException {
        return stored().connect();
    }

    /** The same, where a row need not keep the rules that hold within it, nor name one that is there. */
    Connection connectUnruled() throws SQLException {
        return stored().connectUnruled();
    }

    /** The names of all files of the office's folder but its database. */
    public List<String> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.equals("office.db"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a query on the database, their columns joined by {@code |}. */
    public List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    columns.add(text(result, i));
                }
                rows.add(String.join("|", columns));
            }
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
        return rows;
    }

    /** A yes is a 1 in a file. */
    private static String text(ResultSet result, int column) throws SQLException {
        String text = String.valueOf(result.getString(column));
        boolean isYesOrNo = result.getMetaData().getColumnType(column) == Types.BIT;
        return isYesOrNo ? text.replace('t', '1').replace('f', '0') : text;
    }
}
