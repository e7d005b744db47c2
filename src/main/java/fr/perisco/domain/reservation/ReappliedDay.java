package fr.perisco.domain.reservation;

import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What typical weeks, applied again, do to one day of a child.
 *
 * @param family the payer's code
 * @param byHand whether the day had been booked, or waited for, by hand
 * @param reason why it is taken back, or cannot be added; null when the effect says it all
 */
public record ReappliedDay(
        String child,
        String childName,
        String family,
        String activity,
        String unit,
        LocalDate day,
        WeekEffect effect,
        boolean byHand,
        @Nullable Reason reason) {}
