package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.util.Optional;

/** How much a family may owe past its due date and still book, where the office says so. */
public record DebtLimit(Money limit) {
    /**
     * Why a family may not book; empty when it may. What a plan that is kept covers does not count, and a family on hold may book.
     */
    public Optional<Reason> whyNot(FamilyDebt debt) {
        Money owed = debt.owed(debt.outsidePlan());
        return owed.compareTo(limit) <= 0 || debt.holdInForce().isPresent()
                ? Optional.empty()
                : Optional.of(Reason.of("booking.debt", debt.familyCode(), owed, limit));
    }
}
