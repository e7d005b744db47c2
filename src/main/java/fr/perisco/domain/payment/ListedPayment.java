package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment as lists show it.
 *
 * @param credit what of it settles no invoice yet
 * @param invoices the numbers it settles, separated by spaces
 * @param bouncedOn the day on which the bank took it back; null when it stands
 */
public record ListedPayment(
        long id,
        String familyCode,
        LocalDate receivedOn,
        PaymentMethod method,
        Money amount,
        String reference,
        Money credit,
        String invoices,
        @Nullable LocalDate bouncedOn) {}
