package fr.perisco.domain.reservation;

import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child, unit and day as lists show it.
 *
 * @param attendance present, absent or excused; empty where nothing was recorded
 * @param reason why it was refused; null where it was not, or where nothing more is known
 */
public record ListedDay(
        String child,
        String childName,
        String family,
        String activity,
        String unit,
        LocalDate day,
        DayState state,
        String attendance,
        @Nullable Reason reason) {}
