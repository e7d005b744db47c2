package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that left again.
 *
 * @param amount above zero
 * @param reference of the transfer or the cheque; may be empty
 * @param paymentId the payment that the bank took back; null for a refund
 */
public record Payout(
        PayoutKind kind,
        long familyId,
        LocalDate paidOn,
        PaymentMethod method,
        Money amount,
        String reference,
        String reason,
        @Nullable Long paymentId) {}
