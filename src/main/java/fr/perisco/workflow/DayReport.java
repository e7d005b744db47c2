package fr.perisco.workflow;

import fr.perisco.domain.reservation.DayVerdict;
import java.util.List;

/**
 * The verdict on each day of a list.
 *
 * @param done whether what the verdicts allow was done; false when one refusal refused the whole list
 * @param offers to whom the places went that were freed
 */
public record DayReport(List<DayVerdict> days, boolean done, List<PlaceOffer> offers) {
    public DayReport {
        days = List.copyOf(days);
        offers = List.copyOf(offers);
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
