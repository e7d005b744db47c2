package fr.perisco.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every fault upon every job, against the packaged tool; a table of counts at the end, exit code 1 when anything went wrong. */
@Command(
        name = "scripts/torture",
        mixinStandardHelpOptions = true,
        description = "Does to the packaged tool all that a machine does to a program, and looks at what is left.")
public final class Torture implements Callable<Integer> {
    private static final int MISUSED = 2;

    @Parameters(paramLabel = "KIND", description = "only these kinds of faults (default: all)")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--job", paramLabel = "NAME", description = "only these jobs (default: all)")
    private List<String> jobs = new ArrayList<>();

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description =
                    "at most so long for each kind upon each job, 0.5 or more; what is tried then is spread over all there is")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--list", description = "list kinds and jobs")
    private boolean list;

    @Option(names = "--to", paramLabel = "FILE", description = "the table as CSV (default: ${DEFAULT-VALUE})")
    private Path table = Path.of("target", "torture", "table.csv");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Torture()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            Faults.all().forEach(fault -> System.out.println("kind  " + fault.name() + ": " + fault.summary()));
            Jobs.NAMES.forEach(job -> System.out.println("job   " + job));
            return 0;
        }
        List<String> unknown = Stream.concat(
                        kinds.stream()
                                .filter(kind -> Faults.all().stream()
                                        .noneMatch(fault -> fault.name().equals(kind))),
                        jobs.stream().filter(job -> !Jobs.NAMES.contains(job)))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("unknown: " + String.join(", ", unknown) + "; see scripts/torture --list");
            return MISUSED;
        }
        return torture();
    }

    private int torture() throws Exception {
        Path root = Files.createTempDirectory("perisco-torture");
        List<String> rows = new ArrayList<>(List.of("kind;job;tries;lost;refused rightly;wrong"));
        int wrong = 0;
        try {
            List<Job> all = Jobs.prepare(root);
            for (Fault fault : Faults.all()) {
                if (!kinds.isEmpty() && !kinds.contains(fault.name())) {
                    continue;
                }
                Optional<String> obstacle = fault.obstacle();
                if (obstacle.isPresent()) {
                    System.err.println(fault.name() + " skipped: " + obstacle.get());
                    rows.add(fault.name() + ";skipped;0;0;0;0");
                    continue;
                }
                for (Job job : all) {
                    if (jobs.isEmpty() || jobs.contains(job.name())) {
                        Tally tally = strike(fault, job, root);
                        wrong += tally.wrong().size();
                        rows.add(row(fault, job, tally));
                    }
                }
            }
        } finally {
            remove(root);
        }
        rows.forEach(System.out::println);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, rows);
        return wrong == 0 ? 0 : 1;
    }

    private Tally strike(Fault fault, Job job, Path root) throws Exception {
        System.err.print(fault.name() + " " + job.name() + "…");
        Duration longest =
                minutes.map(some -> Duration.ofSeconds(Math.round(some * 60))).orElse(Duration.ofDays(1));
        Tally tally = new Tally();
        fault.strike(Judge.of(job, root), root, Patience.of(longest), tally);
        System.err.println(" " + tally.tries() + " tries, " + tally.wrong().size() + " wrong");
        tally.wrong().forEach(what -> System.err.println("  WRONG " + what));
        return tally;
    }

    private static String row(Fault fault, Job job, Tally tally) {
        return "%s;%s;%d;%d;%d;%d"
                .formatted(
                        fault.name(),
                        job.name(),
                        tally.tries(),
                        tally.lost(),
                        tally.refusedRightly(),
                        tally.wrong().size());
    }

    private static void remove(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
