package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDateTime;

/**
 * An attempt to pay online that brought no money, as PayFiP told it.
 *
 * @param trial whether it was a trial, which counts for nothing whatever its result
 * @param at Europe/Paris wall time
 */
public record PayFipAttempt(PayFipResult result, boolean trial, Money amount, LocalDateTime at) {
    /** What became of it: {@code refused}, {@code abandoned} or {@code test}. */
    public String code() {
        if (trial) {
            return "test";
        }
        return result == PayFipResult.ABANDONED ? "abandoned" : "refused";
    }
}
