package fr.perisco.domain.reservation;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A count that is no longer what was ordered.
 *
 * @param ordered 0 when none was ordered
 * @param now how many are expected now; 0 when none
 * @param since the moment of the order that counts for it, Europe/Paris wall time
 */
public record MealChange(
        LocalDate day,
        String activity,
        String unit,
        String school,
        String diet,
        int ordered,
        int now,
        LocalDateTime since) {
    /** How many more are needed; negative when fewer. */
    public int difference() {
        return now - ordered;
    }
}
