package fr.perisco.torture;

import java.time.Duration;

/** How long a fault is tried upon a job; each at least once. */
final class Patience {
    private final long end;

    private Patience(long end) {
        this.end = end;
    }

    static Patience of(Duration duration) {
        return new Patience(System.nanoTime() + duration.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
