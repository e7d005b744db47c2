package fr.perisco.torture;

import fr.perisco.SmallTown;
import fr.perisco.Strace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * G1, G2, G6: a signal before each call that changes a file, one process for each, in no order, so that a short patience sees a bit
 * of everything.
 */
final class Kills implements Fault {
    private static final String CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,rename,link,unlink,mkdir,rmdir";
    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");
    private static final int SEED = 6;

    private final String name;
    private final String signal;

    /** @param signal the signal's name, {@code SIGKILL} */
    Kills(String name, String signal) {
        this.name = name;
        this.signal = signal;
    }

    private record Moment(String call, int nth) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return signal + " before each write, sync, rename, link and removal";
    }

    @Override
    public Optional<String> obstacle() throws InterruptedException {
        return Strace.works() ? Optional.empty() : Optional.of("strace is missing or may not trace");
    }

    @Override
    public void strike(Judge judge, Path root, Patience patience, Tally tally) throws Exception {
        ConcurrentLinkedQueue<Moment> moments = new ConcurrentLinkedQueue<>(moments(judge.job(), root));
        int hands = Runtime.getRuntime().availableProcessors();
        ExecutorService killers = Executors.newFixedThreadPool(hands);
        List<Future<?>> rows = new ArrayList<>();
        for (int hand = 0; hand < hands; hand++) {
            rows.add(killers.submit(() -> {
                for (Moment moment = moments.poll(); moment != null && !patience.isOver(); moment = moments.poll()) {
                    kill(moment, judge, root, tally);
                }
                return null;
            }));
        }
        killers.shutdown();
        for (Future<?> row : rows) {
            row.get();
        }
    }

    /** The calls of an uninterrupted run, those of each thread counted by themselves, as strace does. */
    private static List<Moment> moments(Job job, Path root) throws Exception {
        Map<String, Integer> highest = new HashMap<>();
        try (Place place = Place.in(root, job)) {
            Path trace = place.folder().resolve("trace");
            SmallTown.Answer answer = place.start(
                            List.of("strace", "-f", "-qq", "-o", trace.toString(), "-e", "trace=" + CALLS))
                    .ended();
            if (answer.exit() != 0) {
                throw new IllegalStateException(answer.toString());
            }
            Map<String, Integer> counts = new HashMap<>();
            for (String line : Files.readAllLines(trace, java.nio.charset.StandardCharsets.ISO_8859_1)) {
                Matcher call = CALL.matcher(line);
                if (call.matches()) {
                    int count = counts.merge(call.group(1) + call.group(2), 1, Integer::sum);
                    highest.merge(call.group(2), count, Math::max);
                }
            }
        }
        List<Moment> moments = new ArrayList<>();
        highest.forEach((call, count) -> {
            for (int nth = 1; nth <= count; nth++) {
                moments.add(new Moment(call, nth));
            }
        });
        Collections.sort(moments, java.util.Comparator.comparing(Moment::call).thenComparing(Moment::nth));
        Collections.shuffle(moments, new Random(SEED));
        return moments;
    }

    private void kill(Moment moment, Judge judge, Path root, Tally tally) throws Exception {
        try (Place place = Place.in(root, judge.job())) {
            Path trace = place.folder().resolve("trace");
            SmallTown.Answer ended = place.start(Strace.sending(signal, moment.call(), moment.nth(), trace))
                    .ended();
            boolean struck = isStruck(trace);
            Tally.Outcome outcome = judge.judge(place, ended);
            if (struck || !outcome.objections().isEmpty()) {
                tally.count(signal + " at " + moment.call() + " " + moment.nth(), outcome);
            }
        }
    }

    private boolean isStruck(Path trace) throws IOException {
        String text = Files.readString(trace, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.contains("killed by " + signal) || text.contains("--- " + signal);
    }
}
