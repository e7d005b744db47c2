package fr.perisco.domain.reason;

import org.jspecify.annotations.Nullable;

/** Something outside is busy, damaged, full or away: what was begun is rolled back and can be tried again (exit code 5). */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public Unavailable(Reason reason, @Nullable Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    public static Unavailable because(String code, Object... details) {
        return new Unavailable(Reason.of(code, details), null);
    }

    public Reason reason() {
        return reason;
    }
}
