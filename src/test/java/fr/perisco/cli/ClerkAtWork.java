package fr.perisco.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clerk who types commands, in process, on a copy of the sample town with its school year booked. */
final class ClerkAtWork {
    /** What a command answered. */
    record Answer(int exit, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    private static final String OCTOBER = "2016-10-14T09:00";
    private static TestDatabase.@Nullable Kept bookedTown;

    private static final Clock IN_OCTOBER = Clock.fixed(Instant.parse("2016-10-14T07:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private Clock today = IN_OCTOBER;

    /**
     * @param folder an empty folder of the test's own
     */
    ClerkAtWork(Path folder) {
        this.folder = folder;
        synchronized (ClerkAtWork.class) {
            if (bookedTown == null) {
                bookTown();
                bookedTown = database().keep();
            } else {
                database().putBack(bookedTown);
            }
        }
    }

    private void bookTown() {
        assertThat(asks("init", "--setup", sample("setup")).exit()).isZero();
        for (String file : List.of("families", "registrations", "weeks")) {
            assertThat(at(OCTOBER, "import", file, sample(file + ".csv")).exit())
                    .isZero();
        }
    }

    private static String sample(String name) {
        return Path.of("sample-data", name).toAbsolutePath().toString();
    }

    private TestDatabase database() {
        return TestDatabase.at(folder.resolve("town.db"));
    }

    private String address() {
        return TestDatabase.isOnServer() ? database().address().name() : "town.db";
    }

    /** A connection to the database past perisco. */
    Connection connect() throws SQLException {
        return database().connect();
    }

    /** All there is in the database: the same bytes as long as nothing is written. */
    byte[] stored() {
        return database().content();
    }

    /** A file in the clerk's folder; the name to type. */
    String file(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
        return name;
    }

    /** Runs a command whose request reached the office at a moment. */
    Answer at(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        return asks(all.toArray(String[]::new));
    }

    /** Runs a command at a moment, by the machine's clock too. */
    Answer onTheDay(String moment, String... args) {
        today = Clock.fixed(
                LocalDateTime.parse(moment).atZone(ZoneId.of("Europe/Paris")).toInstant(), ZoneOffset.UTC);
        try {
            return asks(args);
        } finally {
            today = IN_OCTOBER;
        }
    }

    Answer asks(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = run(out, err, args);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs a command whose results cannot be written anywhere. */
    Answer atWithFullDisk(String moment, String... args) {
        List<String> all = new ArrayList<>(List.of("--now", moment));
        all.addAll(List.of(args));
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        int exit = run(full, err, all.toArray(String[]::new));
        return new Answer(exit, "", err.toString(StandardCharsets.UTF_8));
    }

    private int run(OutputStream out, OutputStream err, String... args) {
        return Perisco.run(
                new Surroundings(
                        today,
                        Map.of("PERISCO_DB", address(), "USER", "clerk"),
                        folder,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false),
                args);
    }
}
