package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Matches payments made online with invoices, one after the other: each finds the balances that the ones before it left.
 * Rules: the contract, section 4.8.
 */
public final class PayFipMatching {
    private final PayFip payFip;
    private final Map<String, OpenInvoice> invoices;
    private final KnownNotifications known;
    private final TypedPayments typed;

    /**
     * @param invoices those that the payments name, by number, whatever is left to pay on them
     */
    public PayFipMatching(
            PayFip payFip, Map<String, OpenInvoice> invoices, KnownNotifications known, TypedPayments typed) {
        this.payFip = payFip;
        this.invoices = new HashMap<>(invoices);
        this.known = known;
        this.typed = typed;
    }

    /** Judges the next payment. */
    public PayFipOutcome judge(PayFipNotification told) {
        boolean ours = told.numcli().equals(payFip.numcli());
        OpenInvoice invoice = ours ? invoices.get(told.refdet()) : null;
        PayFipVerdict verdict = verdict(told, ours, invoice);
        if (!verdict.isTaken()) {
            return new PayFipOutcome(told, verdict, invoice, Money.ZERO, Money.ZERO);
        }
        OpenInvoice paid = Objects.requireNonNull(invoice);
        Money settled = told.montant().min(paid.balance());
        invoices.put(paid.number(), paid.withBalance(paid.balance().minus(settled)));
        known.add(told);
        return new PayFipOutcome(told, verdict, paid, settled, told.montant().minus(settled));
    }

    private PayFipVerdict verdict(PayFipNotification told, boolean ours, @Nullable OpenInvoice invoice) {
        if (!told.resultrans().isPaid()) {
            return PayFipVerdict.REFUSED;
        }
        if (!ours) {
            return PayFipVerdict.WRONG_CLIENT;
        }
        if (payFip.isTrial(told)) {
            return PayFipVerdict.TEST;
        }
        if (known.has(told) || typed.takes(told)) {
            return PayFipVerdict.DUPLICATE;
        }
        return invoice == null ? PayFipVerdict.UNKNOWN : verdict(told.montant(), invoice.balance());
    }

    private static PayFipVerdict verdict(Money paid, Money balance) {
        if (!balance.isPositive()) {
            return PayFipVerdict.ALREADY_PAID;
        }
        int order = paid.compareTo(balance);
        return order == 0 ? PayFipVerdict.MATCHED : order < 0 ? PayFipVerdict.PARTIAL : PayFipVerdict.OVERPAID;
    }
}
