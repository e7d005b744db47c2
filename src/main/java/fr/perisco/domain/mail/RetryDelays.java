package fr.perisco.domain.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a mail rests after the server said: not now. The delays grow from five minutes to a day; after four days in all it is
 * given up, as RFC 5321 (4.5.4.1) asks of senders.
 */
public final class RetryDelays {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private RetryDelays() {}

    /**
     * @param attempts made so far, from 1
     * @return empty when it is given up
     */
    public static Optional<Duration> after(int attempts) {
        return attempts > DELAYS.size() ? Optional.empty() : Optional.of(DELAYS.get(attempts - 1));
    }
}
