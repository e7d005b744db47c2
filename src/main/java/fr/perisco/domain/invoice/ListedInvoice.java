package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A document as lists show it.
 *
 * @param amount negative for a credit note
 * @param treasuryList the list by which it was handed over to the treasury; null when it was not
 * @param balance what payments and credit leave of an invoice; what is left to give back of a credit note, negative
 */
public record ListedInvoice(
        String number,
        String familyCode,
        String familyName,
        YearMonth month,
        boolean creditNote,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money balance,
        @Nullable Long treasuryList) {
    public boolean isOpen() {
        return balance.isPositive();
    }
}
