package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What became of a family's request.
 *
 * @param deadline the moment before which it had to arrive; null where none could be worked out
 * @param reason why it was refused, or what it came to; null when the verdict says it all
 */
public record RequestOutcome(
        Verdict verdict,
        @Nullable Deadline deadline,
        @Nullable Reason reason) {
    public static RequestOutcome of(Verdict verdict, Reason reason) {
        return new RequestOutcome(verdict, null, reason);
    }

    public static RequestOutcome of(DayVerdict day) {
        return new RequestOutcome(day.verdict(), day.deadline(), day.reason());
    }

    /** The state that the request is kept in. */
    public String state() {
        if (verdict == Verdict.WAITING) {
            return "waiting";
        }
        return verdict.refuses() ? "refused" : "granted";
    }
}
