package fr.perisco.domain.reservation;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A day that somebody asked for and that is not decided yet, or waits for a place.
 *
 * @param cancels whether it asks to cancel rather than to add
 * @param submittedAt when it reached the office, Europe/Paris wall time
 * @param login the family's, for what came through the portal; null for a clerk's own command
 * @param waiting whether it is decided but for the place
 * @param byRule whether a typical week asked
 */
public record DayRequest(
        long id,
        long registrationId,
        long unitId,
        LocalDate day,
        boolean cancels,
        LocalDateTime submittedAt,
        @Nullable String login,
        boolean waiting,
        boolean byRule) {
    /** The state that the day is shown in while the request is open. */
    public DayState state() {
        if (waiting) {
            return DayState.WAITING;
        }
        return cancels ? DayState.CANCEL_REQUESTED : DayState.REQUESTED;
    }
}
