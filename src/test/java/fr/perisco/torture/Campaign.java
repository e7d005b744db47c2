package fr.perisco.torture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Faults upon jobs, and what came of each. */
final class Campaign {
    private final Path root;
    private final Supplier<Patience> patience;

    /**
     * @param root a folder for the tries, which also holds what the jobs start from
     * @param patience for each fault upon each job
     */
    Campaign(Path root, Supplier<Patience> patience) {
        this.root = root;
        this.patience = patience;
    }

    /** One fault upon one job, or the reason why it was not tried. */
    record Row(String kind, String job, Tally tally, String reason) {
        static final String HEADER = "kind;job;tries;lost;refused rightly;wrong;not tried because";

        @Override
        public String toString() {
            return "%s;%s;%d;%d;%d;%d;%s"
                    .formatted(
                            kind,
                            job,
                            tally.tries(),
                            tally.lost(),
                            tally.refusedRightly(),
                            tally.wrong().size(),
                            reason);
        }
    }

    /**
     * Tries them all.
     *
     * @param hands how many pairs at once; those that only wait come on top
     */
    List<Row> fight(List<Fault> faults, List<Job> jobs, int hands) throws Exception {
        ExecutorService working = Executors.newFixedThreadPool(hands);
        ExecutorService waiting = hands == 1 ? working : Executors.newCachedThreadPool();
        try {
            Map<String, Judge> judges = new HashMap<>();
            for (Job job : jobs) {
                judges.put(job.name(), Judge.of(job, root));
            }
            List<Future<Row>> rows = new ArrayList<>();
            for (Fault fault : faults) {
                Optional<String> obstacle = fault.obstacle();
                for (Job job : jobs) {
                    Optional<String> reason = obstacle.or(() -> fault.obstacle(job));
                    Judge judge = Objects.requireNonNull(judges.get(job.name()));
                    rows.add((fault.isIdle() ? waiting : working).submit(() -> row(fault, judge, reason)));
                }
            }
            List<Row> done = new ArrayList<>();
            for (Future<Row> row : rows) {
                done.add(row.get());
            }
            return done;
        } finally {
            working.shutdownNow();
            waiting.shutdownNow();
        }
    }

    private Row row(Fault fault, Judge judge, Optional<String> reason) throws Exception {
        Job job = judge.job();
        Tally tally = new Tally();
        if (reason.isPresent()) {
            System.err.println(fault.name() + " " + job.name() + ": " + reason.get());
            return new Row(fault.name(), job.name(), tally, reason.get());
        }
        fault.strike(judge, root, patience.get(), tally);
        StringBuilder said = new StringBuilder("%s %s: %d tries, %d wrong"
                .formatted(
                        fault.name(), job.name(), tally.tries(), tally.wrong().size()));
        tally.wrong().forEach(what -> said.append("\n  WRONG ").append(what));
        System.err.println(said);
        return new Row(fault.name(), job.name(), tally, "");
    }
}
