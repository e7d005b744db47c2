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

    public static Money total(List<PayoutPart> parts) {
        return parts.stream().map(PayoutPart::amount).reduce(Money.ZERO, Money::plus);
    }
}
