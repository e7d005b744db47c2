package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the office confirms of a payment: what the payment's own act came to. What its credit settled afterwards, or what
 * other payments did to the same invoices, changes nothing of it; only that it bounced or was given back does.
 *
 * @param recordedOn the day on which it was entered
 * @param reference the number of the cheque, PayFiP's key…; may be empty
 * @param drawer who drew a cheque; empty for the family
 * @param covered what of it covered refunds out of payments that bounced, when it was recorded
 * @param settled what it settled when it was recorded
 * @param bouncedOn the day on which the bank took it back; null when it stands
 * @param refunded what of it was given back later, in the order of the refunds
 */
public record PaymentReceipt(
        long id,
        long familyId,
        String familyCode,
        LocalDate receivedOn,
        LocalDate recordedOn,
        PaymentMethod method,
        Money amount,
        String reference,
        String drawer,
        Money covered,
        List<Settled> settled,
        @Nullable LocalDate bouncedOn,
        List<Refunded> refunded) {
    /**
     * @param balance what was left to pay on the invoice right after
     */
    public record Settled(String invoice, Money amount, Money balance) {}

    /** A part of the payment that was given back. */
    public record Refunded(LocalDate paidOn, Money amount) {}

    public PaymentReceipt {
        settled = List.copyOf(settled);
        refunded = List.copyOf(refunded);
    }

    /** What settled no invoice when it was recorded: the family's credit. */
    public Money credit() {
        return amount.minus(covered).minus(settled.stream().map(Settled::amount).reduce(Money.ZERO, Money::plus));
    }
}
