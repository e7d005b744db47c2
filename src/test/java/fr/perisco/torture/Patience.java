package fr.perisco.torture;

import java.time.Duration;

/** How long and how often a fault is tried upon a job, and by how many hands at once; at least once. */
final class Patience {
    private final long end;
    private final int most;
    private final int hands;

    private Patience(Duration longest, int most, int hands) {
        this.end = System.nanoTime() + longest.toNanos();
        this.most = most;
        this.hands = hands;
    }

    /** All that can be tried in so long a time, by as many hands as the machine has. */
    static Patience of(Duration longest) {
        return new Patience(longest, Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors());
    }

    /** The first so many tries, by one hand. */
    static Patience ofTries(int most) {
        return new Patience(Duration.ofDays(1), most, 1);
    }

    boolean isOver(Tally tally) {
        int tries = tally.tries();
        return tries >= most || tries > 0 && System.nanoTime() - end > 0;
    }

    int hands() {
        return hands;
    }
}
