package fr.perisco.workflow;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.recovery.FamilyDebt;
import fr.perisco.domain.recovery.Hold;
import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.store.HoldStore;
import fr.perisco.store.OverdueStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.PlanStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what families owe past its due date today, with all that bears on asking for it. Only inside an act or a reading. */
final class Debts {
    private final Office office;

    Debts(Office office) {
        this.office = office;
    }

    /** Families that owe something, in the order of their codes; a few statements for all of them. */
    List<FamilyDebt> all() {
        return read(null);
    }

    /** The family's debt; empty when it owes nothing. */
    List<FamilyDebt> of(@Nullable Long familyId) {
        return read(familyId);
    }

    private List<FamilyDebt> read(@Nullable Long familyId) {
        List<FamilyDebt> bare = new OverdueStore(office.database()).debts(office.today(), familyId);
        if (bare.isEmpty()) {
            return bare;
        }
        PaymentStore payments = new PaymentStore(office.database());
        Map<Long, List<Credit>> credits =
                familyId == null ? payments.credits() : Map.of(familyId, payments.credits(familyId));
        Map<Long, Hold> holds = new HoldStore(office.database()).holds(familyId);
        Map<Long, PaymentPlan> plans = new HashMap<>();
        new PlanStore(office.database())
                .plans(familyId).stream()
                        .filter(plan -> plan.endedOn() == null)
                        .forEach(plan -> plans.put(plan.familyId(), plan));
        return bare.stream()
                .map(debt -> new FamilyDebt(
                        debt.day(),
                        debt.familyId(),
                        debt.familyCode(),
                        debt.familyName(),
                        debt.invoices(),
                        credits.getOrDefault(debt.familyId(), List.of()).stream()
                                .map(Credit::left)
                                .reduce(Money.ZERO, Money::plus),
                        holds.get(debt.familyId()),
                        plans.get(debt.familyId())))
                .toList();
    }
}
