package fr.perisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G4: Clerks book, cancel, and take in and judge requests, all at once on the same children and days and on few places, and a month
 * end is run among them: on a file and on a server, each time another process of the packaged tool. With
 * {@code -Dperisco.clerks=20 -Dperisco.clerks.seconds=120} twenty do it for two minutes.
 */
class ClerksAtOnceIT {
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("perisco.clerks.seconds", 30));
    private static final int CLERKS = Integer.getInteger("perisco.clerks", 4);
    private static final int CAPACITY = 4;
    private static final List<LocalDate> DAYS = Stream.iterate(LocalDate.of(2016, 11, 9), day -> day.plusWeeks(1))
            .limit(5)
            .toList();
    /** Children of one family each, and one that two families pay for. */
    private static final List<String> CHILDREN = Stream.concat(
                    Stream.of("E0010"), IntStream.range(11, 25).mapToObj("E%04d"::formatted))
            .toList();

    /** What a process said of a day: the act is the actor's own, for each process has another one. */
    private record Said(String actor, String child, LocalDate day, String verdict) {}

    /** What an act did to a child's day at the unit. */
    private record Done(String actor, long registration, String child, LocalDate day, boolean added, boolean cancels) {}

    @TempDir
    Path folder;

    private final List<Said> said = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    @Test
    void onAFile() throws Exception {
        String database = folder.resolve("town.db").toString();
        noPlaceIsGivenTwiceAndEveryAcknowledgedActIsInTheAuditTrail(database, "jdbc:sqlite:" + database);
    }

    @Test
    void onAServer() throws Exception {
        String database = TestServer.url("clerks");
        noPlaceIsGivenTwiceAndEveryAcknowledgedActIsInTheAuditTrail(database, database);
    }

    private void noPlaceIsGivenTwiceAndEveryAcknowledgedActIsInTheAuditTrail(String database, String url)
            throws Exception {
        openTheOffice(database);
        Map<String, String> logins = logins(url);
        List<Act> kinds = List.of(
                (tool, random, actor) -> books(database, tool, random, actor),
                (tool, random, actor) -> books(database, tool, random, actor),
                (tool, random, actor) -> cancels(database, tool, random, actor),
                (tool, random, actor) -> judges(database, tool, random, actor, logins));
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS + 1);
        List<Future<?>> work = new ArrayList<>();
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            int seed = clerk + 1;
            work.add(
                    clerks.submit(() -> untilTheBellRings("clerk" + seed, seed, kinds.get((seed - 1) % kinds.size()))));
        }
        work.add(clerks.submit(() -> endsTheMonth(database, "2016-11", "2016-12-02T10:00")));
        for (Future<?> row : work) {
            row.get();
        }
        clerks.shutdown();
        System.out.printf(
                "%d clerks for %d s on %s: %d acts, %d times told to try again%n",
                CLERKS, LONG.toSeconds(), url.replaceFirst("jdbc:(\\w+):.*", "$1"), acts.get(), busy.get());
        endsTheMonth(database, "2016-12", "2017-01-02T10:00");

        assertThat(said.stream().map(Said::verdict)).contains("booked", "cancelled", "waiting");
        List<Done> done = done(url);
        everyAcknowledgedActIsInTheTrail(done, waiting(url), withdrawn(url));
        neitherTwiceNorTooMany(done);
        assertThat(new PackagedTool(folder).run(database, "db", "verify").output())
                .isEmpty();
    }

    /** Among the others, once: what is still asked for is left to the next month end. */
    private Void endsTheMonth(String database, String month, String moment) throws Exception {
        PackagedTool tool = new PackagedTool(Files.createDirectory(folder.resolve("month-" + month)));
        PackagedTool.Result result = patiently(
                tool, database, "--now", moment, "--actor", "month", "invoice", "run", month, "--skip-blocked");
        assertThat(result.exit()).as(result.output()).isIn(0, 6);
        return null;
    }

    /** As a clerk does who is told that others have been writing for too long: once more. */
    private PackagedTool.Result patiently(PackagedTool tool, String database, String... args) throws Exception {
        PackagedTool.Result result = tool.run(database, args);
        while (result.exit() == 5 && result.output().contains("is busy")) {
            busy.incrementAndGet();
            result = tool.run(database, args);
        }
        return result;
    }

    private interface Act {
        void once(PackagedTool tool, Random random, String actor) throws Exception;
    }

    private void untilTheBellRings(String name, int seed, Act act) {
        try {
            PackagedTool tool = new PackagedTool(Files.createDirectory(folder.resolve(name)));
            Random random = new Random(seed);
            long bell = System.nanoTime() + LONG.toNanos();
            for (int call = 1; System.nanoTime() < bell; call++) {
                act.once(tool, random, name + "-" + call);
                acts.incrementAndGet();
            }
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static <T> T any(List<T> things, Random random) {
        return things.get(random.nextInt(things.size()));
    }

    private static List<String> someDays(Random random) {
        List<LocalDate> days = new ArrayList<>(DAYS);
        Collections.shuffle(days, random);
        return days.subList(0, 1 + random.nextInt(3)).stream()
                .map(LocalDate::toString)
                .toList();
    }

    private void books(String database, PackagedTool tool, Random random, String actor) throws Exception {
        String child = any(CHILDREN, random);
        List<String> args = new ArrayList<>(
                List.of("--actor", actor, "--format", "csv", "reservation", "add", child, "MERCREDI", "DEMI"));
        args.addAll(someDays(random));
        if (child.equals("E0010")) {
            args.addAll(List.of("--family", random.nextBoolean() ? "F0009" : "F0010"));
        }
        PackagedTool.Result result = patiently(tool, database, args.toArray(String[]::new));
        assertThat(result.exit()).as(result.output()).isZero();
        note(actor, child, result.output());
    }

    /** Days that are not booked are refused with the others: all or nothing. */
    private void cancels(String database, PackagedTool tool, Random random, String actor) throws Exception {
        String child = any(CHILDREN, random);
        List<String> args = new ArrayList<>(
                List.of("--actor", actor, "--format", "csv", "reservation", "cancel", child, "MERCREDI", "DEMI"));
        args.addAll(
                List.of("--from", DAYS.get(0).toString(), "--to", DAYS.get(4).toString()));
        PackagedTool.Result result = patiently(tool, database, args.toArray(String[]::new));
        assertThat(result.exit()).as(result.output()).isIn(0, 3);
        if (result.exit() == 0) {
            note(actor, child, result.output());
        }
    }

    private void note(String actor, String child, String output) {
        output.lines()
                .filter(line -> line.startsWith("2016-"))
                .map(line -> line.split(";", -1))
                .forEach(cells -> said.add(new Said(actor, child, LocalDate.parse(cells[0]), cells[1])));
    }

    private void judges(String database, PackagedTool tool, Random random, String actor, Map<String, String> logins)
            throws Exception {
        StringBuilder file = new StringBuilder("submitted_at;login;child;activity;unit;date;action\n");
        for (int row = 0; row < 6; row++) {
            String child = any(CHILDREN.subList(1, CHILDREN.size()), random);
            file.append("2016-10-14T08:%02d:%02d;".formatted(random.nextInt(60), random.nextInt(60)))
                    .append(logins.get(child))
                    .append(';')
                    .append(child)
                    .append(";MERCREDI;DEMI;")
                    .append(any(DAYS, random))
                    .append(random.nextInt(3) == 0 ? ";cancel\n" : ";add\n");
        }
        Path requests = Files.writeString(folder.resolve(actor + ".csv"), file);
        PackagedTool.Result imported =
                patiently(tool, database, "--actor", actor, "import", "requests", requests.toString());
        assertThat(imported.exit()).as(imported.output()).isZero();
        PackagedTool.Result judged =
                patiently(tool, database, "--actor", actor, "--format", "csv", "reservation", "process");
        assertThat(judged.exit()).as(judged.output()).isZero();
        List<String> header =
                List.of(judged.output().lines().findFirst().orElseThrow().split(";"));
        judged.output()
                .lines()
                .filter(line -> line.startsWith("2016-10-14T"))
                .map(line -> line.split(";", -1))
                .forEach(cells -> said.add(new Said(
                        actor,
                        cells[header.indexOf("child")],
                        LocalDate.parse(cells[header.indexOf("date")]),
                        cells[header.indexOf("verdict")])));
    }

    private void everyAcknowledgedActIsInTheTrail(List<Done> done, Set<String> waiting, Set<String> withdrawn) {
        for (Said word : said) {
            boolean found = switch (word.verdict()) {
                case "booked" -> done.stream().anyMatch(act -> isOf(act, word) && act.added() && !act.cancels());
                case "cancelled" ->
                    withdrawn.contains(word.actor() + " " + word.child() + " " + word.day())
                            || done.stream().anyMatch(act -> isOf(act, word) && act.added() && act.cancels());
                case "waiting" -> waiting.contains(word.child() + " " + word.day());
                default -> true;
            };
            assertThat(found).as(word.toString()).isTrue();
        }
    }

    private static boolean isOf(Done act, Said word) {
        return act.actor().equals(word.actor())
                && act.child().equals(word.child())
                && act.day().equals(word.day());
    }

    /** The acts once more, one after the other: at no time a day holds more children than places, or a child twice. */
    private static void neitherTwiceNorTooMany(List<Done> done) {
        Map<LocalDate, Map<String, Long>> present = new TreeMap<>();
        for (Done act : done) {
            if (act.cancels()) {
                continue;
            }
            Map<String, Long> children = present.computeIfAbsent(act.day(), day -> new HashMap<>());
            if (act.added()) {
                assertThat(children.put(act.child(), act.registration()))
                        .as("twice: %s", act)
                        .isNull();
                assertThat(children).as("too many: %s", act).hasSizeLessThanOrEqualTo(CAPACITY);
            } else {
                assertThat(children.remove(act.child()))
                        .as("not there: %s", act)
                        .isEqualTo(act.registration());
            }
        }
        assertThat(present.values()).anyMatch(children -> children.size() == CAPACITY);
    }

    /** What was booked or cancelled, in the order in which it was stored; of one act, what it removed first. */
    private static List<Done> done(String url) throws SQLException {
        List<Done> done = new ArrayList<>();
        each(url, """
                SELECT act.actor, c.registration_id, child.code, c.month, c.day_set = 2, c.adds, c.days
                FROM (SELECT act_id, registration_id, month, day_set, 0 AS adds, removed AS days FROM reservation_change
                      UNION ALL
                      SELECT act_id, registration_id, month, day_set, 1, added FROM reservation_change) c
                JOIN act ON act.id = c.act_id
                JOIN registration r ON r.id = c.registration_id
                JOIN child ON child.id = r.child_id
                WHERE c.day_set IN (1, 2)
                ORDER BY c.act_id, c.adds""", row -> {
            for (LocalDate day : DAYS) {
                if (isOf(day, row.getInt(4), row.getInt(7))) {
                    done.add(new Done(
                            row.getString(1),
                            row.getLong(2),
                            row.getString(3),
                            day,
                            row.getBoolean(6),
                            row.getBoolean(5)));
                }
            }
        });
        return done;
    }

    private static boolean isOf(LocalDate day, int month, int days) {
        return day.getYear() * 100 + day.getMonthValue() == month && (days >> (day.getDayOfMonth() - 1) & 1) == 1;
    }

    /** Who was put on the waiting list, and for which day. */
    private static Set<String> waiting(String url) throws SQLException {
        Set<String> waiting = new TreeSet<>();
        each(url, """
                SELECT child.code, q.day_on
                FROM day_request q
                JOIN registration r ON r.id = q.registration_id
                JOIN child ON child.id = r.child_id""", row -> waiting.add(row.getString(1) + " " + row.getString(2)));
        return waiting;
    }

    /** Who was taken off the waiting list, by whom and for which day. */
    private static Set<String> withdrawn(String url) throws SQLException {
        Set<String> withdrawn = new TreeSet<>();
        each(url, """
                SELECT act.actor, child.code, q.day_on
                FROM day_request q
                JOIN act ON act.id = q.decided_act_id
                JOIN registration r ON r.id = q.registration_id
                JOIN child ON child.id = r.child_id
                WHERE q.state = 'withdrawn'""", row -> withdrawn.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
        return withdrawn;
    }

    private interface Row {
        void read(java.sql.ResultSet row) throws SQLException;
    }

    private static void each(String url, String query, Row reader) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static Map<String, String> logins(String url) throws SQLException {
        Map<String, String> logins = new HashMap<>();
        each(url, """
                SELECT child.code, family.login FROM child
                JOIN child_family cf ON cf.child_id = child.id
                JOIN family ON family.id = cf.family_id""", row -> logins.put(row.getString(1), row.getString(2)));
        return logins;
    }

    private void openTheOffice(String database) throws Exception {
        Path setup = Files.createDirectory(folder.resolve("setup"));
        for (String name : List.of(
                "office.properties", "schools.csv", "activities.csv", "tariffs.csv", "calendar.csv", "units.csv")) {
            Files.writeString(
                    setup.resolve(name),
                    Files.readString(Path.of(PackagedTool.sample("setup/" + name)))
                            .replace("wed;school;20;", "wed;school;" + CAPACITY + ";"));
        }
        StringBuilder registrations = new StringBuilder("child;activity;from;to;family\n");
        for (String child : CHILDREN) {
            List<String> payers = child.equals("E0010") ? List.of("F0009", "F0010") : List.of("");
            payers.forEach(payer -> registrations.append(child + ";MERCREDI;2016-11-03;2017-07-07;" + payer + "\n"));
        }
        Path file = Files.writeString(folder.resolve("registrations.csv"), registrations);
        PackagedTool tool = new PackagedTool(folder);
        for (String[] command : new String[][] {
            {"init", "--setup", setup.toString()},
            {"import", "families", PackagedTool.sample("families.csv")},
            {"import", "registrations", file.toString()}
        }) {
            PackagedTool.Result result = patiently(tool, database, command);
            assertThat(result.exit()).as(result.output()).isZero();
        }
    }
}
