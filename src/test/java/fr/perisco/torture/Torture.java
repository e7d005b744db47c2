package fr.perisco.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        Duration longest =
                minutes.map(some -> Duration.ofSeconds(Math.round(some * 60))).orElse(Duration.ofDays(1));
        List<Campaign.Row> rows;
        try (Ground ground = Ground.open()) {
            List<Job> chosen = Jobs.prepare(ground.folder()).stream()
                    .filter(job -> jobs.isEmpty() || jobs.contains(job.name()))
                    .toList();
            List<Fault> faults = Faults.all().stream()
                    .filter(fault -> kinds.isEmpty() || kinds.contains(fault.name()))
                    .toList();
            rows = new Campaign(ground.folder(), () -> Patience.of(longest)).fight(faults, chosen, 1);
        }
        List<String> lines = Stream.concat(
                        Stream.of(Campaign.Row.HEADER), rows.stream().map(Campaign.Row::toString))
                .toList();
        lines.forEach(System.out::println);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, lines);
        return rows.stream().allMatch(row -> row.tally().wrong().isEmpty()) ? 0 : 1;
    }
}
