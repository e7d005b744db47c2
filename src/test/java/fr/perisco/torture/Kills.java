package fr.perisco.torture;

import fr.perisco.SmallTown;
import fr.perisco.Strace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * G1, G2, G6: a signal before each call that changes a file, one process for each; a short patience sees a bit of everything.
 */
final class Kills implements Fault {
    private final String name;
    private final String signal;
    private final Moments moments;

    /** @param signal the signal's name, {@code SIGKILL} */
    Kills(String name, String signal, Moments moments) {
        this.name = name;
        this.signal = signal;
        this.moments = moments;
    }

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
        ConcurrentLinkedQueue<Moments.Moment> left =
                new ConcurrentLinkedQueue<>(inTurn(judge.job(), moments.of(judge.job(), root)));
        ExecutorService killers = Executors.newFixedThreadPool(patience.hands());
        List<Future<?>> rows = new ArrayList<>();
        for (int hand = 0; hand < patience.hands(); hand++) {
            rows.add(killers.submit(() -> {
                for (Moments.Moment moment = left.poll();
                        moment != null && !patience.isOver(tally);
                        moment = left.poll()) {
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

    private void kill(Moments.Moment moment, Judge judge, Path root, Tally tally) throws Exception {
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
