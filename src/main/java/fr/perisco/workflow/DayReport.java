package fr.perisco.workflow;

import fr.perisco.domain.reservation.DayVerdict;
import java.util.List;

/**
 * The verdict on each day of a list.
 *
 * @param done whether what the verdicts allow was done; false when one refusal refused the whole list
 */
public record DayReport(List<DayVerdict> days, boolean done) {
    public DayReport {
        days = List.copyOf(days);
    }

    public boolean isRefusedInPart() {
        return days.stream().anyMatch(day -> day.verdict().refuses());
    }

    static boolean mayProceed(List<DayVerdict> days, boolean allowedOnly) {
        boolean refused = days.stream().anyMatch(day -> day.verdict().refuses());
        return !refused
                || (allowedOnly && days.stream().anyMatch(day -> !day.verdict().refuses()));
    }
}
