package fr.perisco.fuzz;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * How an input breaks a target.
 *
 * @param kind the same for inputs that break it at the same place
 * @param words what went wrong
 */
record Finding(String kind, String words) {
    /** No parser needs so long for a few kilobytes. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int FRAMES = 3;

    /** Tries an input; empty when the target holds. */
    static Optional<Finding> of(Target target, byte[] input) throws InterruptedException {
        FutureTask<Optional<Finding>> task = new FutureTask<>(() -> judged(target, input));
        Thread thread = new Thread(task, "fuzz " + target.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(new Finding("hangs", "takes longer than " + LONGEST.toSeconds() + " s"));
        } catch (ExecutionException e) {
            return Optional.of(of(e.getCause()));
        }
    }

    private static Optional<Finding> judged(Target target, byte[] input) {
        try {
            target.property().judge(input);
            return Optional.empty();
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
            return Optional.of(of(e));
        }
    }

    private static Finding of(Throwable thrown) {
        String place = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("fr.perisco."))
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(" "));
        return new Finding(thrown.getClass().getName() + " " + place, thrown.toString());
    }

    /** A shorter input that breaks the target at the same place: pieces are left out, ever smaller ones. */
    byte[] shortest(Target target, byte[] input) throws InterruptedException {
        byte[] shortest = input;
        if (kind.equals("hangs")) {
            return shortest;
        }
        for (int piece = Math.max(1, input.length / 2); piece > 0; piece /= 2) {
            int from = 0;
            while (from < shortest.length) {
                byte[] shorter = without(shortest, from, Math.min(shortest.length, from + piece));
                if (of(target, shorter).filter(this::isAlike).isPresent()) {
                    shortest = shorter;
                } else {
                    from += piece;
                }
            }
        }
        return shortest;
    }

    private boolean isAlike(Finding other) {
        return kind.equals(other.kind);
    }

    private static byte[] without(byte[] input, int from, int to) {
        byte[] left = Arrays.copyOf(input, input.length - (to - from));
        System.arraycopy(input, to, left, from, input.length - to);
        return left;
    }
}
