package fr.perisco.domain.payment;

import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A reference that can be paid online, and that still waits for money.
 *
 * @param mel the e-mail that PayFiP is given
 * @param attempt the last attempt to pay that brought no money; null when there was none, or a payment followed it
 */
public record AwaitedPayment(
        ListedInvoice invoice, String mel, @Nullable PayFipAttempt attempt) {
    /** What failed first, the latest attempt on top; then by number's order of issue. */
    public static final Comparator<AwaitedPayment> FAILED_FIRST = Comparator.comparing(
            awaited -> awaited.attempt() == null ? null : awaited.attempt().at(),
            Comparator.nullsLast(Comparator.reverseOrder()));

    public Money balance() {
        return invoice.balance();
    }

    public long daysSinceIssue(LocalDate today) {
        return ChronoUnit.DAYS.between(invoice.issuedOn(), today);
    }

    /** How many days the due date is over; 0 when it is not. */
    public long daysOverdue(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(invoice.dueOn(), today));
    }

    /** {@code refused}, {@code abandoned} or {@code test} after an attempt that failed, else {@code overdue} or {@code waiting}. */
    public String state(LocalDate today) {
        if (attempt != null) {
            return attempt.code();
        }
        return daysOverdue(today) > 0 ? "overdue" : "waiting";
    }
}
