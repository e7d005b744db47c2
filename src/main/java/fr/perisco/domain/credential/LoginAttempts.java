package fr.perisco.domain.credential;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row, and the lock that they lead to: ten lock a login for fifteen minutes (CNIL, deliberation 2022-100, asks
 * that attempts be limited where a password has less than 80 bits), and fifteen minutes without one are as good as a lock: it begins
 * anew. So nobody tries faster, and the count of a login that nobody has can be thrown away without anybody seeing the difference. All of
 * it goes by the real clock.
 *
 * @param failures since the last right password, or since the last lock ended
 * @param lastAt the last wrong one; null where there is none, or where it was counted before moments were kept
 * @param lockedUntil the first moment at which a password is looked at again; null where there is no lock
 */
public record LoginAttempts(
        int failures, @Nullable Instant lastAt, @Nullable Instant lockedUntil) {
    public static final LoginAttempts NONE = new LoginAttempts(0, null, null);

    private static final int MOST_FAILURES = 10;
    private static final Duration LOCK = Duration.ofMinutes(15);

    public LoginAttempts {
        lastAt = failures == 0 ? null : lastAt;
    }

    /** Wrong passwords given then or before count for nothing any more. */
    public static Instant forgottenUntil(Instant clock) {
        return clock.minus(LOCK);
    }

    public boolean isLocked(Instant clock) {
        return lockedUntil != null && clock.isBefore(lockedUntil);
    }

    /** With one more wrong password; not to be asked of a login that is locked. */
    public LoginAttempts failed(Instant clock) {
        int count = lockedUntil == null && !isForgotten(clock) ? failures + 1 : 1;
        return new LoginAttempts(count, clock, count < MOST_FAILURES ? null : clock.plus(LOCK));
    }

    private boolean isForgotten(Instant clock) {
        return lastAt != null && !lastAt.isAfter(forgottenUntil(clock));
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
