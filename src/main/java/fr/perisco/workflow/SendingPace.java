package fr.perisco.workflow;

import java.time.Duration;

/**
 * How many mails are taken up at once, and how fast. What is taken up and cut off is in doubt: a window holds no more than goes out in
 * about 50 ms, one mail where the server is slow.
 */
final class SendingPace {
    private static final long SHORT_NANOS = 25_000_000;
    private static final long LONG_NANOS = 75_000_000;
    private static final int LARGEST = 32;
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private int window = 1;
    private long next = System.nanoTime();

    /**
     * @param perMinute the most mails a minute; 0 for as many as the server takes
     */
    SendingPace(int perMinute) {
        this.perMinute = perMinute;
    }

    /** How many mails to take up. */
    int window() {
        return window;
    }

    /** Whether mails wait for one another. */
    boolean isLimited() {
        return perMinute > 0;
    }

    /** Waits until the next window may begin. */
    void await() {
        if (perMinute == 0) {
            return;
        }
        long wait = next - System.nanoTime();
        try {
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait).toMillis() + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        next = Math.max(next, System.nanoTime()) + MINUTE_NANOS / perMinute;
    }

    /** Learns how long a window took. */
    void took(long nanos) {
        if (perMinute > 0) {
            return;
        }
        if (nanos < SHORT_NANOS) {
            window = Math.min(LARGEST, window * 2);
        } else if (nanos > LONG_NANOS) {
            window = Math.max(1, window / 2);
        }
    }
}
