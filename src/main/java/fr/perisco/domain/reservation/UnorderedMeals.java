package fr.perisco.domain.reservation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days on which children are expected and nothing was ever ordered for them.
 *
 * @param school its code, empty for children without one, where other schools were ordered for; null when nothing was
 */
public record UnorderedMeals(
        String activity, String unit, @Nullable String school, List<LocalDate> days) {
    public UnorderedMeals {
        days = List.copyOf(days);
    }
}
