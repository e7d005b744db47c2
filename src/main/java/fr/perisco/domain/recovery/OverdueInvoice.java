package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * An invoice whose due date has passed, with something left to pay.
 *
 * @param balance above zero
 * @param reminded the last level that the family was reminded of it at; 0 for never
 * @param remindedOn when that was; null for never
 * @param handedOver whether the treasury collects it
 */
public record OverdueInvoice(
        long id,
        String number,
        YearMonth month,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money amount,
        Money balance,
        int reminded,
        @Nullable LocalDate remindedOn,
        boolean handedOver) {}
