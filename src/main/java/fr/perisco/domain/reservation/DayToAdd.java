package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a day that a child asks for.
 *
 * @param notRegistered why no registration covers it; null when one does
 * @param closed why the unit is closed; null when it is open
 * @param debt why the family may not book before it pays; null when it may
 * @param deadline for adding it; null where none could be worked out
 * @param booked whether the child is expected already, in any of its registrations
 * @param waiting whether the child is on the waiting list already
 * @param full whether no place is left
 * @param rank on the waiting list, from 1: the child's own, or the one that a newcomer would get
 */
public record DayToAdd(
        LocalDate day,
        @Nullable Reason notRegistered,
        @Nullable Reason closed,
        @Nullable Reason debt,
        @Nullable Deadline deadline,
        boolean booked,
        boolean waiting,
        boolean full,
        int rank) {
    /**
     * Decides (contract, rules 4.2 to 4.5).
     *
     * @param arrival when the request reached the office, Europe/Paris wall time
     * @param override whether a day past its deadline, or in spite of a debt, is added as if nothing stood against it; it lifts
     *     neither closure nor capacity
     * @param mayWait whether a full day puts the child on the waiting list
     */
    public DayVerdict decide(LocalDateTime arrival, boolean override, boolean mayWait) {
        if (booked) {
            return verdict(Verdict.ALREADY_BOOKED, null);
        }
        if (notRegistered != null) {
            return verdict(Verdict.NOT_REGISTERED, notRegistered);
        }
        if (closed != null) {
            return verdict(Verdict.CLOSED, closed);
        }
        if (waiting && full) {
            return verdict(Verdict.ALREADY_WAITING, Reason.of("waiting.rank", rank));
        }
        if (!override && debt != null) {
            return verdict(Verdict.DEBT, debt);
        }
        if (!override && deadline != null && !deadline.isOpenAt(arrival)) {
            return verdict(Verdict.TOO_LATE, deadline.passed());
        }
        if (!full) {
            return verdict(Verdict.BOOKED, null);
        }
        return mayWait
                ? verdict(Verdict.WAITING, Reason.of("waiting.rank", rank))
                : verdict(Verdict.FULL, Reason.of("full.no-place", day));
    }

    private DayVerdict verdict(Verdict verdict, @Nullable Reason reason) {
        return new DayVerdict(day, verdict, deadline, reason);
    }
}
