package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a family owes past its due date on a day.
 *
 * @param invoices overdue, oldest due date first
 * @param credit what the family has left of payments and credit notes: it owes so much less
 * @param hold null when it has none
 * @param plan the plan that stands; null when it has none
 */
public record FamilyDebt(
        LocalDate day,
        long familyId,
        String familyCode,
        String familyName,
        List<OverdueInvoice> invoices,
        Money credit,
        @Nullable Hold hold,
        @Nullable PaymentPlan plan) {
    public FamilyDebt {
        invoices = List.copyOf(invoices);
    }

    /** The hold, if it is in force. */
    public Optional<Hold> holdInForce() {
        return Optional.ofNullable(hold).filter(its -> its.isInForceOn(day));
    }

    /** The plan, while its instalments are kept. */
    public Optional<PaymentPlan> planKept() {
        return Optional.ofNullable(plan).filter(its -> its.stateOn(day) == PlanState.KEPT);
    }

    /** Whether a plan stands whose instalments were not kept. */
    public boolean hasMissedPlan() {
        return plan != null && plan.stateOn(day) == PlanState.MISSED;
    }

    /** The invoices that no plan that is kept covers, those that the treasury collects included. */
    public List<OverdueInvoice> outsidePlan() {
        return planKept()
                .map(its -> invoices.stream()
                        .filter(invoice -> !its.covers(invoice.id()))
                        .toList())
                .orElse(invoices);
    }

    /** The invoices that the office itself may ask for: not under a plan that is kept, not with the treasury. */
    public List<OverdueInvoice> toAskFor() {
        return outsidePlan().stream().filter(invoice -> !invoice.handedOver()).toList();
    }

    /** The invoices that the treasury does not collect, whatever stands against asking for them. */
    public List<OverdueInvoice> withTheOffice() {
        return invoices.stream().filter(invoice -> !invoice.handedOver()).toList();
    }

    /** What is left of these invoices once the family's credit is used; not below zero. */
    public Money owed(List<OverdueInvoice> some) {
        return balanceOf(some).minus(credit).max(Money.ZERO);
    }

    /** Why none of it is asked for now, whatever the amount; empty when it may be. */
    public Optional<Reason> whyLeftAlone() {
        if (holdInForce().isPresent()) {
            Hold its = holdInForce().get();
            return Optional.of(Reason.of("recovery.hold", its.until(), its.reason()));
        }
        if (toAskFor().isEmpty() && planKept().isPresent()) {
            return Optional.of(planKept().get().told(day));
        }
        return Optional.empty();
    }

    public static Money balanceOf(List<OverdueInvoice> some) {
        return some.stream().map(OverdueInvoice::balance).reduce(Money.ZERO, Money::plus);
    }
}
