package fr.perisco.domain.payment;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was received by one method and goes to the treasury together, as it stood on the day of the slip.
 *
 * @param number continuous from 1, over all methods
 */
public record DepositSlip(
        long number, PaymentMethod method, LocalDate madeOn, Letterhead letterhead, List<Line> lines) {
    /**
     * @param paymentId the payment; null for a refund
     * @param payoutId the refund in cash that left the same till; null for a payment
     * @param day on which it was received, or paid out
     * @param payer who drew the cheque, or else the family's name
     * @param amount negative for a refund
     * @param bouncedOn the day on which the bank took it back afterwards; null when it stands
     */
    public record Line(
            @Nullable Long paymentId,
            @Nullable Long payoutId,
            LocalDate day,
            String familyCode,
            String payer,
            String reference,
            Money amount,
            @Nullable LocalDate bouncedOn) {}

    public DepositSlip {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return total(lines);
    }

    /** What some lines come to. */
    public static Money total(List<Line> lines) {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
