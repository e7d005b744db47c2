package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a refund comes out of: the oldest credit first, never more than there is. */
public final class Refund {
    private Refund() {}

    /**
     * @param credits oldest first
     * @return parts that come to the amount, or to all that there is
     */
    public static List<PayoutPart> of(List<Credit> credits, long payoutId, Money amount) {
        List<PayoutPart> parts = new ArrayList<>();
        Money wanted = amount;
        for (Credit credit : credits) {
            Money part = credit.left().min(wanted);
            if (part.isPositive()) {
                parts.add(new PayoutPart(credit, payoutId, part));
                wanted = wanted.minus(part);
            }
        }
        return parts;
    }

    /**
     * The credits that can be given back as money. What a universal employment voucher (CESU) left over cannot: the voucher pays
     * for childcare and is no cash; it stays credit, which the family's next invoices use.
     *
     * @param vouchers keys of the payments made by CESU
     */
    public static List<Credit> payable(List<Credit> credits, Set<Long> vouchers) {
        return credits.stream()
                .filter(credit -> credit.fromCreditNote() || !vouchers.contains(credit.sourceId()))
                .toList();
    }

    public static Money total(List<PayoutPart> parts) {
        return parts.stream().map(PayoutPart::amount).reduce(Money.ZERO, Money::plus);
    }
}
