package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.Weekdays;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A typical week that a family asked for through the portal, as it wrote it: its codes may name nothing.
 *
 * @param submittedAt when it was sent, Europe/Paris wall time
 * @param login the family's, in small letters
 * @param from first day
 * @param to last day, included
 */
public record PortalWeek(
        LocalDateTime submittedAt,
        String login,
        String child,
        String activity,
        String unit,
        Weekdays weekdays,
        LocalDate from,
        LocalDate to,
        WeekParity weeks) {
    public PortalWeek {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a typical week that ends before it starts");
        }
    }
}
