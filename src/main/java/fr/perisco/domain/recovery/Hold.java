package fr.perisco.domain.recovery;

import java.time.LocalDate;

/**
 * A family that is not reminded.
 *
 * @param until the last day without reminders
 */
public record Hold(LocalDate until, String reason) {
    public boolean isInForceOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
