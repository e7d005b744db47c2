package fr.perisco.domain.invoice;

import fr.perisco.domain.calendar.DaySet;
import org.jspecify.annotations.Nullable;

/**
 * The days of a line that one tariff row and one quotient record priced.
 *
 * @param quantity the days counted; negative where a correction takes them back
 * @param quotientId the quotient record; null when the family had none
 */
public record LinePiece(
        long registrationId,
        long unitId,
        DaySet days,
        int quantity,
        long tariffId,
        @Nullable Long quotientId) {}
