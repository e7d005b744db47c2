package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a family may pay by instalments. It is kept while what was settled of its invoices since comes to what is due so far: an
 * instalment may be paid on its day, early, or in parts.
 *
 * @param madeOn the day on which it was agreed
 * @param invoices at least one
 * @param instalments at least one, in the order of their days; they come to what the invoices asked for on the day it was made
 * @param endedOn null while the office has not ended it
 */
public record PaymentPlan(
        long id,
        long familyId,
        String familyCode,
        String familyName,
        LocalDate madeOn,
        List<Covered> invoices,
        List<Instalment> instalments,
        @Nullable LocalDate endedOn,
        @Nullable String endReason) {
    /**
     * An invoice under the plan.
     *
     * @param balance on the day on which the plan was made
     * @param left of it now
     */
    public record Covered(long invoiceId, String number, Money balance, Money left) {}

    public PaymentPlan {
        invoices = List.copyOf(invoices);
        instalments = List.copyOf(instalments);
    }

    public Money total() {
        return instalments.stream().map(Instalment::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What was settled of its invoices since it was made, by whatever means. */
    public Money paid() {
        return total().minus(left());
    }

    public Money left() {
        return invoices.stream().map(Covered::left).reduce(Money.ZERO, Money::plus);
    }

    public boolean covers(long invoiceId) {
        return invoices.stream().anyMatch(covered -> covered.invoiceId() == invoiceId);
    }

    /** What ought to have been paid: the instalments whose day is over. */
    public Money dueBefore(LocalDate day) {
        return instalments.stream()
                .filter(instalment -> instalment.dueOn().isBefore(day))
                .map(Instalment::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** What is missing of the instalments whose day is over. */
    public Money missingOn(LocalDate day) {
        return dueBefore(day).minus(paid()).max(Money.ZERO);
    }

    public PlanState stateOn(LocalDate day) {
        if (endedOn != null) {
            return PlanState.ENDED;
        }
        if (!left().isPositive()) {
            return PlanState.PAID;
        }
        return missingOn(day).isPositive() ? PlanState.MISSED : PlanState.KEPT;
    }

    /** The first instalment that what was paid does not cover whole; empty when all is paid. */
    public Optional<Instalment> next() {
        Money soFar = Money.ZERO;
        for (Instalment instalment : instalments) {
            soFar = soFar.plus(instalment.amount());
            if (soFar.compareTo(paid()) > 0) {
                return Optional.of(instalment);
            }
        }
        return Optional.empty();
    }

    /** How it stands, in a sentence. */
    public Reason told(LocalDate day) {
        if (stateOn(day) == PlanState.MISSED) {
            return Reason.of("plan.missed", id, missingOn(day), left());
        }
        return next().map(instalment -> Reason.of("plan.kept", id, left(), instalment.dueOn()))
                .orElse(Reason.of("plan.paid", id));
    }
}
