package fr.perisco.exchange.pdf;

import fr.perisco.domain.reservation.MealGrid;
import java.util.Map;

/**
 * The meals of one unit in one week, for the kitchen's wall.
 *
 * @param office the office's name
 * @param activity label of the activity
 * @param unit label of the unit
 * @param meals of days of one week, at least one
 * @param schoolNames by the schools' codes
 */
public record KitchenWeek(
        String office, String activity, String unit, MealGrid meals, Map<String, String> schoolNames) {
    /** @throws IllegalArgumentException when nobody is expected */
    public KitchenWeek {
        schoolNames = Map.copyOf(schoolNames);
        if (meals.days().isEmpty()) {
            throw new IllegalArgumentException("a week without meals has no page");
        }
    }
}
