package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * An invoice with what is still due on it.
 *
 * @param login the family's e-mail; empty when it has none
 */
public record OpenInvoice(
        long id, String number, String familyCode, YearMonth month, LocalDate issuedOn, String login, Money balance) {
    OpenInvoice withBalance(Money left) {
        return new OpenInvoice(id, number, familyCode, month, issuedOn, login, left);
    }
}
