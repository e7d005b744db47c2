package fr.perisco.domain.invoice;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.money.Share;
import org.jspecify.annotations.Nullable;

/**
 * The days of a line that one tariff row and one quotient record priced.
 *
 * @param quantity the days counted; negative where a correction takes them back
 * @param quotientId the quotient record; null when the family had none
 * @param surcharge whether the price is the surcharge for coming without booking
 * @param share what part of each day's price it bills
 */
public record LinePiece(
        long registrationId,
        long unitId,
        DaySet days,
        int quantity,
        long tariffId,
        @Nullable Long quotientId,
        boolean surcharge,
        Share share) {
    /** Other days, counted up or taken back, on the same terms. */
    LinePiece on(DaySet otherDays, int otherQuantity) {
        return new LinePiece(registrationId, unitId, otherDays, otherQuantity, tariffId, quotientId, surcharge, share);
    }
}
