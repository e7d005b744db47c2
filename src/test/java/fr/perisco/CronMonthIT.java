package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.perisco.cli.Perisco;
import fr.perisco.cli.Surroundings;
import fr.perisco.domain.office.BackupName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * November 2016 as the example crontab lives it: each of its lines at each of its minutes, from the 1st to the 1st, in this process
 * and by a clock that is told. Only what comes every few minutes is called every three hours while nothing happens.
 */
class CronMonthIT {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Path DIST = Path.of("src/main/dist");
    private static final int LOGIN = 8;
    private static final int CHILD = 18;
    private static final int ECHO_MINUTES = 12;

    @TempDir
    Path folder;

    private Crontab crontab;

    /** What a call left: its exit code, and what it wrote on both streams. */
    private record Answer(int exit, String output) {}

    private Answer call(LocalDateTime moment, List<String> args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int exit = Perisco.run(
                new Surroundings(
                        Clock.fixed(moment.atZone(PARIS).toInstant(), PARIS),
                        crontab.environment(),
                        folder,
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        out,
                        false),
                args.toArray(String[]::new));
        return new Answer(exit, bytes.toString(StandardCharsets.UTF_8));
    }

    private Answer ask(LocalDateTime moment, String... args) {
        Answer answer = call(moment, List.of(args));
        assertThat(answer.exit())
                .as("%s: %s", String.join(" ", args), answer.output())
                .isZero();
        return answer;
    }

    @Test
    void aMonthPassesInSilenceAndItsWorkIsDone() throws Exception {
        Path database = folder.resolve("town.db");
        SmallTown.book(database);
        crontab = new Crontab(
                DIST.resolve("cron.example"),
                folder,
                Map.of(
                        "PERISCO_DB", database.toString(),
                        "MAIL", "--outbox " + folder.resolve("mails"),
                        "FILES", folder.resolve("files").toString(),
                        "BACKUPS", folder.resolve("backups").toString(),
                        "LANG", "C"));
        assertThat(crontab.size()).isEqualTo(7);
        Map<LocalDateTime, Path> portal = portal();
        LocalDateTime end = LocalDateTime.of(2016, 12, 2, 0, 0);
        LocalDateTime busyUntil = LocalDateTime.MIN;
        Map<String, Integer> calls = new TreeMap<>();
        for (LocalDateTime now = LocalDateTime.of(2016, 11, 1, 0, 0); now.isBefore(end); now = now.plusMinutes(1)) {
            if (portal.containsKey(now)) {
                ask(now, "import", "requests", portal.get(now).toString());
            }
            if (portal.containsKey(now) || crontab.isSeldom(now)) {
                busyUntil = now.plusMinutes(ECHO_MINUTES);
            }
            for (List<String> args : crontab.calls(now, now.isAfter(busyUntil))) {
                Answer answer = call(now, args);
                assertThat(answer.output()).as("%s at %s", args, now).isEmpty();
                assertThat(answer.exit()).as("%s at %s", args, now).isZero();
                calls.merge(args.get(1) + " " + args.get(2), 1, Integer::sum);
            }
        }

        assertThat(calls)
                .containsEntry("db backup", 31)
                .containsEntry("db verify", 4)
                .containsEntry("payment export", 31)
                .containsEntry("invoice run", 2)
                .containsEntry("invoice remind", 4)
                .hasEntrySatisfying(
                        "reservation process", count -> assertThat(count).isGreaterThan(31 * 8))
                .hasEntrySatisfying("mail send", count -> assertThat(count).isGreaterThan(31 * 8))
                .hasSize(9);
        assertThat(ask(end, "db", "verify").output()).isEmpty();
        assertThat(decided(end)).containsOnly("cancelled").hasSize(portal.size());
        assertThat(StoredContent.seriesWithGaps(database)).isEmpty();
        List<String> invoices = numbers(end);
        assertThat(invoices).hasSizeGreaterThan(20).allMatch(number -> number.startsWith("F051612"));
        assertThat(files("mails")).hasSameSizeAs(queued(end)).hasSizeGreaterThan(20);
        assertThat(files("files/2016-11")).hasSameSizeAs(invoices);
        assertThat(Files.readAllLines(folder.resolve("files/references.csv"))).hasSizeGreaterThan(20);
        assertThat(files("backups")).containsExactlyElementsOf(expectedBackups(end));
        assertThat(ask(
                                end,
                                "db",
                                "restore",
                                folder.resolve("backups")
                                        .resolve(files("backups").first())
                                        .toString(),
                                "--yes")
                        .output())
                .contains("30 families");
        assertThat(ask(end, "db", "verify").output()).isEmpty();
    }

    /** What families type at the portal: each cancels a day three weeks ahead, one family a day. */
    private Map<LocalDateTime, Path> portal() throws IOException {
        Map<String, String> logins = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("families.csv"))) {
            String[] cells = line.split(";", -1);
            logins.put(cells[CHILD], cells[LOGIN]);
        }
        List<String> booked = ask(
                        LocalDateTime.of(2016, 11, 1, 0, 0),
                        "reservation",
                        "list",
                        "--activity",
                        "CANTINE",
                        "--from",
                        "2016-11-28",
                        "--to",
                        "2016-11-28",
                        "--format",
                        "csv")
                .output()
                .lines()
                .skip(1)
                .filter(line -> line.contains(";booked")
                        && !logins.getOrDefault(line.split(";")[0], "").isEmpty())
                .limit(10)
                .toList();
        Map<LocalDateTime, Path> portal = new HashMap<>();
        for (int i = 0; i < booked.size(); i++) {
            String[] cells = booked.get(i).split(";");
            LocalDateTime moment = LocalDateTime.of(2016, 11, 3 + i, 12, 3);
            portal.put(
                    moment,
                    Files.writeString(
                            folder.resolve("requests-" + i + ".csv"),
                            "submitted_at;login;child;activity;unit;date;action\n"
                                    + String.join(
                                            ";",
                                            moment.minusMinutes(1).toString(),
                                            logins.get(cells[0]),
                                            cells[0],
                                            cells[1],
                                            cells[2],
                                            cells[3],
                                            "cancel\n")));
        }
        assertThat(portal).hasSizeGreaterThan(5);
        return portal;
    }

    private List<String> decided(LocalDateTime now) {
        return ask(
                        now,
                        "reservation",
                        "list",
                        "--activity",
                        "CANTINE",
                        "--from",
                        "2016-11-28",
                        "--to",
                        "2016-11-28",
                        "--format",
                        "csv")
                .output()
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1)[4])
                .filter(state -> !state.equals("booked"))
                .toList();
    }

    private List<String> numbers(LocalDateTime now) {
        return ask(now, "invoice", "list", "--format", "csv")
                .output()
                .lines()
                .skip(1)
                .map(line -> line.split(";")[0])
                .toList();
    }

    private List<String> queued(LocalDateTime now) {
        List<String> mails = ask(now, "mail", "queue", "--format", "csv")
                .output()
                .lines()
                .skip(1)
                .toList();
        assertThat(mails).allMatch(line -> line.contains(";sent;"));
        return mails;
    }

    private TreeSet<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The last seven nights, the Sundays before, and the last night of November: a backup a night since the 1st. */
    private static TreeSet<String> expectedBackups(LocalDateTime end) {
        TreeSet<String> names = new TreeSet<>();
        List<LocalDateTime> nights = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            nights.add(end.minusDays(day));
        }
        for (int day : List.of(13, 20, 27, 30)) {
            nights.add(LocalDateTime.of(2016, 11, day, 0, 0));
        }
        nights.forEach(night -> names.add(BackupName.at(night.withHour(1).withMinute(15))));
        return names;
    }

    @Test
    void theTimersDoWhatTheCrontabDoes() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is missing");
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
        List<String> calls = new ArrayList<>();
        Path units = Files.createDirectory(folder.resolve("units"));
        try (Stream<Path> files = Files.list(DIST.resolve("systemd"))) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                text.lines().filter(line -> line.startsWith("ExecStart=")).forEach(calls::add);
                command.add(Files.writeString(
                                units.resolve(file.getFileName()),
                                text.replace("ExecStart=perisco", "ExecStart=/bin/true"))
                        .toString());
            }
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        String all = String.join("\n", calls);
        for (String line : Files.readAllLines(DIST.resolve("cron.example"))) {
            Stream.of(line.split("perisco -q "))
                    .skip(1)
                    .map(call -> call.split(" ")[0] + " " + call.split(" ")[1])
                    .forEach(verb -> assertThat(all).contains("perisco -q " + verb));
        }
    }

    @Test
    void theMonthsLineNamesTheMonthBeforeOnAnyLaterDay() throws Exception {
        crontab = new Crontab(DIST.resolve("cron.example"), folder, Map.of());
        for (LocalDate day : List.of(LocalDate.of(2017, 1, 3), LocalDate.of(2017, 1, 31))) {
            assertThat(crontab.callsLate("invoice run", day))
                    .hasSize(3)
                    .allMatch(args -> args.contains("2016-12"))
                    .first()
                    .isEqualTo(List.of("-q", "invoice", "run", "2016-12"));
        }
    }
}
