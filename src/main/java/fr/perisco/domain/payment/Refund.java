package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

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
     * @param vouchers what of the family's money is vouchers
     */
    public static List<Credit> payable(List<Credit> credits, Vouchers vouchers) {
        List<Credit> payable = new ArrayList<>();
        Money most = vouchers.otherMoney();
        for (Credit credit : credits) {
            Money part = vouchers.withoutThem(credit).min(most);
            if (part.isPositive()) {
                payable.add(new Credit(credit.sourceId(), credit.fromCreditNote(), part));
                most = most.minus(part);
            }
        }
        return payable;
    }

    public static Money total(List<PayoutPart> parts) {
        return parts.stream().map(PayoutPart::amount).reduce(Money.ZERO, Money::plus);
    }
}
