package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a day that is to be cancelled.
 *
 * @param deadline for cancelling it; null where none could be worked out
 * @param state of the day in the child's registration
 * @param cameUnbooked whether the child came that day without booking
 * @param waiting whether the child only waits for a place
 */
public record DayToCancel(
        LocalDate day, @Nullable Deadline deadline, DayState state, boolean cameUnbooked, boolean waiting) {
    /**
     * Decides (contract, rules 4.3 and 4.5).
     *
     * @param arrival when the request reached the office, Europe/Paris wall time
     */
    public DayVerdict decide(LocalDateTime arrival, CancelManner manner) {
        if (waiting) {
            return verdict(Verdict.CANCELLED, Reason.of("waiting.withdrawn"));
        }
        boolean booked = state == DayState.BOOKED || state == DayState.CANCELLED_LATE;
        if (manner == CancelManner.WAIVE && (booked || cameUnbooked)) {
            return verdict(Verdict.WAIVED, null);
        }
        if (state == DayState.CANCELLED) {
            return verdict(Verdict.ALREADY_CANCELLED, null);
        }
        if (!booked) {
            return verdict(Verdict.NOT_BOOKED, Reason.of("cancel.not-booked", day));
        }
        if (deadline == null || deadline.isOpenAt(arrival) || manner == CancelManner.OVERRIDE) {
            return verdict(Verdict.CANCELLED, null);
        }
        if (state == DayState.CANCELLED_LATE) {
            return verdict(Verdict.ALREADY_CANCELLED, Reason.of("cancel.already-late"));
        }
        return manner == CancelManner.LATE
                ? verdict(Verdict.CANCELLED_LATE, Reason.of("cancel.stays-billed"))
                : verdict(Verdict.TOO_LATE, deadline.passed());
    }

    private DayVerdict verdict(Verdict verdict, @Nullable Reason reason) {
        return new DayVerdict(day, verdict, deadline, reason);
    }
}
