package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A payment made online that the office holds, to be compared with the administration's statement.
 *
 * @param refdet the invoice's number; empty when it was entered by hand and settles none
 * @param numauto the bank's authorisation, or what the clerk entered
 * @param idop PayFiP's key; empty when it was not told
 * @param typed whether a clerk entered it by hand
 */
public record HeldPayment(
        long id,
        String familyCode,
        String refdet,
        Money amount,
        LocalDate day,
        @Nullable LocalTime time,
        String numauto,
        String idop,
        boolean typed) {
    /** What the bank and the clerk know it by. */
    public String reference() {
        return idop.isEmpty() ? numauto : idop;
    }

    /** Whether a line of the statement is this payment, whatever its amount. */
    boolean isOf(PayFipNotification told) {
        if (!idop.isEmpty() && !told.idop().isEmpty()) {
            return idop.equals(told.idop());
        }
        if (!refdet.equals(told.refdet())) {
            return false;
        }
        if (typed) {
            return !numauto.isEmpty() && (numauto.equals(told.numauto()) || numauto.equals(told.idop()));
        }
        return numauto.equals(told.numauto()) && day.equals(told.dattrans()) && isAt(told.heurtrans());
    }

    private boolean isAt(@Nullable LocalTime told) {
        return time == null || told == null || time.equals(told);
    }
}
