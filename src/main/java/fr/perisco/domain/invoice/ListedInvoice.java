package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A document as lists show it.
 *
 * @param amount negative for a credit note
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
        Money balance) {
    public boolean isOpen() {
        return balance.isPositive();
    }
}
