package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.Map;
import java.util.Set;

/**
 * What of a family's money came as universal employment vouchers (CESU).
 *
 * @param payments keys of the payments made by voucher
 * @param behindCreditNotes what vouchers settle of the invoices that each credit note corrects, by the note's key
 * @param otherMoney what the family paid otherwise, less what bounced and what was refunded already: no more can be given back
 */
public record Vouchers(Set<Long> payments, Map<Long, Money> behindCreditNotes, Money otherMoney) {
    /** Of a family that never paid by voucher: all of its credit can be given back. */
    public static final Vouchers NONE = new Vouchers(Set.of(), Map.of(), Money.ofCents(Long.MAX_VALUE));

    public Vouchers {
        payments = Set.copyOf(payments);
        behindCreditNotes = Map.copyOf(behindCreditNotes);
    }

    public boolean isPayment(Credit credit) {
        return !credit.fromCreditNote() && payments.contains(credit.sourceId());
    }

    /** What of a credit is other money for certain. */
    Money withoutThem(Credit credit) {
        if (!credit.fromCreditNote()) {
            return payments.contains(credit.sourceId()) ? Money.ZERO : credit.left();
        }
        return credit.left()
                .minus(behindCreditNotes.getOrDefault(credit.sourceId(), Money.ZERO))
                .max(Money.ZERO);
    }
}
