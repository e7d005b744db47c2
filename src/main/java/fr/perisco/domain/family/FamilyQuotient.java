package fr.perisco.domain.family;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;

/**
 * A dated family quotient.
 *
 * @param id the store's key; a later record has a greater one
 * @param quotientFrom the record's own date
 * @param countsFrom the first day that it prices: later than its date when the months before are invoiced already
 * @param quotient in euros, with cents
 */
public record FamilyQuotient(long id, LocalDate quotientFrom, LocalDate countsFrom, Money quotient) {
    public FamilyQuotient {
        if (countsFrom.isBefore(quotientFrom)) {
            throw new IllegalArgumentException("a quotient cannot count before its date");
        }
    }
}
