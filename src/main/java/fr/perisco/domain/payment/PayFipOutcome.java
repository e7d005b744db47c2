package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What became of a payment made online.
 *
 * @param invoice the invoice that it names, as it stood before; null when there is none of the office's
 * @param settled what the invoice got of it
 * @param credit what of it is the family's credit
 */
public record PayFipOutcome(
        PayFipNotification notification,
        PayFipVerdict verdict,
        @Nullable OpenInvoice invoice,
        Money settled,
        Money credit) {
    /** What is left to pay on the invoice; null when there is none. */
    public @Nullable Money balance() {
        return invoice == null ? null : invoice.balance().minus(settled);
    }

    /** Whether it is an attempt to pay one of the office's invoices that brought no money. */
    public boolean isAttempt() {
        return invoice != null && (verdict == PayFipVerdict.REFUSED || verdict == PayFipVerdict.TEST);
    }
}
