package fr.perisco.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets Jazzer look for what breaks a parser, one after the other; a table of counts at the end, exit code 1 when it found anything. */
@Command(
        name = "scripts/torture fuzz",
        mixinStandardHelpOptions = true,
        description = {
            "Gives every parser inputs that are grown from the kept ones by what they reach in its code.",
            "What breaks one is made short and kept in src/test/resources/fuzz, where the tests read it from then on."
        })
public final class Fuzzing implements Callable<Integer> {
    private static final int MISUSED = 2;
    private static final int LONGEST_INPUT = 4_096;
    private static final int MOST_FINDINGS = 50;
    /** An input that took long once, and no more when it is tried again: the machine was busy. */
    private static final String SLOW = "slow-unit-";

    private static final Path WORK = Path.of("target", "torture", "fuzz");
    private static final Pattern TRIES = Pattern.compile("stat::number_of_executed_units: (\\d+)");
    private static final Pattern LAST_STEP = Pattern.compile("(?m)^#(\\d+)\\s");

    @Parameters(index = "0", arity = "0..1", paramLabel = "SECONDS", description = "for each target (default: 600)")
    private int seconds = 600;

    @Parameters(index = "1..*", paramLabel = "TARGET", description = "only these targets (default: all)")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--at-once", paramLabel = "N", description = "so many targets side by side (default: 1)")
    private int atOnce = 1;

    @Option(names = "--list", description = "list targets")
    private boolean list;

    @Option(names = "--to", paramLabel = "FILE", description = "the table as CSV (default: ${DEFAULT-VALUE})")
    private Path table = Path.of("target", "torture", "fuzz.csv");

    public static void main(String[] args) {
        System.exit(new CommandLine(new Fuzzing()).execute(args));
    }

    private record Tally(long tries, int findings) {}

    @Override
    public Integer call() throws Exception {
        if (list) {
            Targets.all().forEach(target -> System.out.println(target.name()));
            return 0;
        }
        List<String> unknown =
                targets.stream().filter(name -> Targets.named(name).isEmpty()).toList();
        if (!unknown.isEmpty() || seconds < 1 || atOnce < 1) {
            System.err.println(
                    unknown.isEmpty()
                            ? "SECONDS and N are 1 or more"
                            : "unknown: " + String.join(", ", unknown) + "; see scripts/torture fuzz --list");
            return MISUSED;
        }
        return fuzz();
    }

    private int fuzz() throws Exception {
        Map<Target, Future<Tally>> running = new LinkedHashMap<>();
        List<String> rows = new ArrayList<>(List.of("target;tries;findings"));
        int findings = 0;
        ExecutorService hands = Executors.newFixedThreadPool(atOnce);
        try {
            for (Target target : Targets.all()) {
                if (targets.isEmpty() || targets.contains(target.name())) {
                    running.put(target, hands.submit(() -> fuzzed(target)));
                }
            }
            for (Map.Entry<Target, Future<Tally>> target : running.entrySet()) {
                Tally tally = target.getValue().get();
                findings += tally.findings();
                rows.add(target.getKey().name() + ";" + tally.tries() + ";" + tally.findings());
            }
        } finally {
            hands.shutdownNow();
        }
        rows.forEach(System.out::println);
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.write(table, rows);
        return findings == 0 ? 0 : 1;
    }

    private Tally fuzzed(Target target) throws IOException, InterruptedException {
        Path work = WORK.resolve(target.name());
        Path found = work.resolve("found");
        Path log = work.resolve("log");
        Files.createDirectories(work.resolve("grown"));
        Files.createDirectories(found);
        Files.createDirectories(Corpus.of(target));
        for (Path old : filesIn(found)) {
            Files.delete(old);
        }
        Process jazzer = new ProcessBuilder(command(target, work, found))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = jazzer.waitFor();
        String said = Files.readString(log);
        int findings = kept(target, filesIn(found));
        long tries = tries(said);
        if (code != 0 && findings == 0) {
            System.err.println("  FOUND " + target.name() + ": Jazzer ended with " + code + ", see " + log);
            findings = 1;
        }
        System.err.println(target.name() + "… " + tries + " tries, " + findings + " findings");
        return new Tally(tries, findings);
    }

    private List<String> command(Target target, Path work, Path found) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzed.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=fr.perisco.**:org.apache.commons.csv.**",
                "--keep_going=" + MOST_FINDINGS,
                "--reproducer_path=" + work,
                "-artifact_prefix=" + found + File.separator,
                "-max_total_time=" + seconds,
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + Finding.LONGEST.toSeconds(),
                "-rss_limit_mb=0",
                "-use_value_profile=1",
                "-print_final_stats=1",
                work.resolve("grown").toString(),
                Corpus.of(target).toString());
    }

    /** What broke the target, made short: once for each place where it breaks. */
    private static int kept(Target target, List<Path> inputs) throws IOException, InterruptedException {
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (Path input : inputs) {
            byte[] bytes = Files.readAllBytes(input);
            String name = input.getFileName().toString();
            Optional<Finding> again = Finding.of(target, bytes);
            if (again.isEmpty() && name.startsWith(SLOW)) {
                continue;
            }
            Finding finding = again.orElse(new Finding(name, "broke under Jazzer only"));
            if (findings.putIfAbsent(finding.kind(), finding) == null) {
                Path file = Corpus.keep(target, finding.shortest(target, bytes));
                System.err.println("  FOUND " + file + ": " + finding.words());
            }
        }
        return findings.size();
    }

    private static long tries(String said) {
        return last(TRIES.matcher(said)).or(() -> last(LAST_STEP.matcher(said))).orElse(0L);
    }

    private static Optional<Long> last(Matcher matcher) {
        return matcher.results().map(found -> Long.valueOf(found.group(1))).reduce((earlier, later) -> later);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
