package fr.perisco;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A crontab as cron reads it; the shell says which calls of the tool a line comes to. */
final class Crontab {
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(.*)");
    private static final Pattern JOB = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\S+) (\\S+)\\s+(.+)");

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, List<List<String>>> calls = new HashMap<>();
    private final Path shims;

    /** When, in cron's five fields, and what. */
    private record Job(List<String> fields, String command) {
        boolean isDue(LocalDateTime moment) {
            int[] values = {
                moment.getMinute(),
                moment.getHour(),
                moment.getDayOfMonth(),
                moment.getMonthValue(),
                moment.getDayOfWeek().getValue() % 7
            };
            for (int i = 0; i < values.length; i++) {
                if (!matches(fields.get(i), values[i])) {
                    return false;
                }
            }
            return true;
        }

        boolean isFrequent() {
            return fields.get(0).startsWith("*/");
        }

        private static boolean matches(String field, int value) {
            if (field.startsWith("*/")) {
                return value % Integer.parseInt(field.substring(2)) == 0;
            }
            return field.equals("*") || Integer.parseInt(field) == value;
        }
    }

    /**
     * @param folder a place for stand-ins of the tool, which notes how it is called, and of the clock
     * @param instead other values for variables that the crontab sets
     */
    Crontab(Path crontab, Path folder, Map<String, String> instead) throws IOException {
        shims = Files.createDirectory(folder.resolve("shims"));
        shim("perisco", "printf '%s\\n' \"$#\" \"$@\"");
        shim("date", "[ \"$1\" = -d ] && exec /bin/date \"$@\"\nexec /bin/date -d \"$TODAY\" \"$@\"");
        for (String line : Files.readAllLines(crontab)) {
            Matcher assignment = ASSIGNMENT.matcher(line);
            Matcher job = JOB.matcher(line);
            if (assignment.matches()) {
                environment.put(assignment.group(1), assignment.group(2));
            } else if (!line.startsWith("#") && job.matches()) {
                jobs.add(new Job(
                        List.of(job.group(1), job.group(2), job.group(3), job.group(4), job.group(5)),
                        job.group(6).replace("\\%", "%")));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                throw new IllegalArgumentException(line);
            }
        }
        instead.forEach((name, value) -> {
            if (environment.put(name, value) == null) {
                throw new IllegalArgumentException(name);
            }
        });
    }

    private void shim(String name, String script) throws IOException {
        Path file = Files.writeString(shims.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    Map<String, String> environment() {
        return environment;
    }

    int size() {
        return jobs.size();
    }

    /** Whether something is due at a minute that does not come again within the hour. */
    boolean isSeldom(LocalDateTime minute) {
        return jobs.stream().anyMatch(job -> !job.isFrequent() && job.isDue(minute));
    }

    /**
     * The calls of the tool at a minute, in order: their arguments.
     *
     * @param idle whether nothing happened for a while; what comes again within the hour is then called every three hours
     */
    List<List<String>> calls(LocalDateTime minute, boolean idle) throws Exception {
        List<List<String>> due = new ArrayList<>();
        for (Job job : jobs) {
            if (job.isDue(minute) && !(idle && job.isFrequent() && !isRound(minute))) {
                due.addAll(calls(job.command(), minute.toLocalDate().toString()));
            }
        }
        return due;
    }

    /** The calls of the lines that hold a word, on a day on which they are not due: run late, or by hand. */
    List<List<String>> callsLate(String word, LocalDate day) throws Exception {
        List<List<String>> late = new ArrayList<>();
        for (Job job : jobs) {
            if (job.command().contains(word)) {
                late.addAll(calls(job.command(), day.toString()));
            }
        }
        return late;
    }

    private static boolean isRound(LocalDateTime minute) {
        return minute.getMinute() == 0 && minute.getHour() % 3 == 0;
    }

    private List<List<String>> calls(String command, String today) throws Exception {
        String key = command.contains("$(date") ? today + command : command;
        List<List<String>> known = calls.get(key);
        if (known == null) {
            known = asked(command, today);
            calls.put(key, known);
        }
        return known;
    }

    private List<List<String>> asked(String command, String today) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
        shell.environment().putAll(environment);
        shell.environment().put("PATH", shims + ":/usr/bin:/bin");
        shell.environment().put("TODAY", today);
        Process process = shell.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IllegalArgumentException(command + ": " + lines);
        }
        List<List<String>> asked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 1 + Integer.parseInt(lines.get(i))) {
            asked.add(lines.subList(i + 1, i + 1 + Integer.parseInt(lines.get(i))));
        }
        return asked;
    }
}
