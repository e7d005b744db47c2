package fr.perisco.torture;

import java.time.Duration;

/** How long and how often a fault is tried upon a job, by how many hands at once, and with how large a crowd; at least once. */
final class Patience {
    private static final int TEN = 10;
    private static final int FEW = 3;

    private final long end;
    private final int most;
    private final int hands;
    private final int crowd;

    private Patience(Duration longest, int most, int hands, int crowd) {
        this.end = System.nanoTime() + longest.toNanos();
        this.most = most;
        this.hands = hands;
        this.crowd = crowd;
    }

    /** All that can be tried in so long a time, by as many hands as the machine has. */
    static Patience of(Duration longest) {
        return new Patience(longest, Integer.MAX_VALUE, Runtime.getRuntime().availableProcessors(), TEN);
    }

    /** The first so many tries, by one hand, with few at once. */
    static Patience ofTries(int most) {
        return new Patience(Duration.ofDays(1), most, 1, FEW);
    }

    boolean isOver(Tally tally) {
        int tries = tally.tries();
        return tries >= most || tries > 0 && System.nanoTime() - end > 0;
    }

    int crowd() {
        return crowd;
    }

    int hands() {
        return hands;
    }
}
