package fr.perisco.domain.reservation;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Counts that were sent to the kitchen or the caterer.
 *
 * @param number from 1, in the order in which orders were recorded
 * @param sentAt Europe/Paris wall time
 * @param scope what was ordered: a count of it that does not stand in {@code counts} was ordered as none
 * @param recipient whom it was sent to; may be empty
 * @param note may be empty
 */
public record MealOrder(
        long number,
        LocalDateTime sentAt,
        String actor,
        UnitScope scope,
        String recipient,
        String note,
        List<MealCount> counts) {
    public MealOrder {
        counts = List.copyOf(counts);
    }

    public int meals() {
        return counts.stream().mapToInt(MealCount::meals).sum();
    }
}
