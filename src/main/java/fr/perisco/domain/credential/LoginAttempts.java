package fr.perisco.domain.credential;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Wrong passwords in a row, and the lock that they lead to: ten lock a login for fifteen minutes (CNIL, deliberation 2022-100, asks
 * that attempts be limited where a password has less than 80 bits). A lock goes by the real clock.
 *
 * @param failures since the last right password, or since the last lock ended
 * @param lockedUntil the first moment at which a password is looked at again; null where there is no lock
 */
public record LoginAttempts(int failures, @Nullable Instant lockedUntil) {
    public static final LoginAttempts NONE = new LoginAttempts(0, null);

    private static final int MOST_FAILURES = 10;
    private static final Duration LOCK = Duration.ofMinutes(15);

    public boolean isLocked(Instant clock) {
        return lockedUntil != null && clock.isBefore(lockedUntil);
    }

    /** With one more wrong password; not to be asked of a login that is locked. */
    public LoginAttempts failed(Instant clock) {
        int count = lockedUntil == null ? failures + 1 : 1;
        return new LoginAttempts(count, count < MOST_FAILURES ? null : clock.plus(LOCK));
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
