package fr.perisco.exchange.pdf;

import fr.perisco.domain.reservation.MealChange;
import java.util.List;
import java.util.Map;

/**
 * What changed since meals were ordered.
 *
 * @param office the office's name
 * @param changes at least one
 * @param unitLabels by activity and unit codes, a space between
 * @param schoolNames by the schools' codes
 */
public record MealCorrection(
        String office, List<MealChange> changes, Map<String, String> unitLabels, Map<String, String> schoolNames) {
    public MealCorrection {
        changes = List.copyOf(changes);
        unitLabels = Map.copyOf(unitLabels);
        schoolNames = Map.copyOf(schoolNames);
    }
}
