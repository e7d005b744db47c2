package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a family's overdue invoices go to the treasury. Small ones are grouped: their sum counts. A debt of less than 15 € is
 * not put in recovery (code général des collectivités territoriales, art. D. 1611-1).
 *
 * @param claims its invoices that are overdue for long enough
 * @param left why they stay with the office; null when they go, or when there are none
 */
public record TreasuryDecision(
        FamilyDebt debt,
        List<TreasuryList.Claim> claims,
        @Nullable Reason left) {
    public TreasuryDecision {
        claims = List.copyOf(claims);
    }

    /**
     * Decides for one family.
     *
     * @param days after the due date; an invoice goes when they are over
     * @param minimum of the family's invoices together
     */
    public static TreasuryDecision of(FamilyDebt debt, int days, Money minimum) {
        List<OverdueInvoice> ripe = debt.toAskFor().stream()
                .filter(invoice -> invoice.dueOn().plusDays(days).isBefore(debt.day()))
                .toList();
        List<TreasuryList.Claim> claims =
                ripe.stream().map(TreasuryList.Claim::of).toList();
        return new TreasuryDecision(debt, claims, whyLeft(debt, ripe, minimum));
    }

    private static @Nullable Reason whyLeft(FamilyDebt debt, List<OverdueInvoice> ripe, Money minimum) {
        if (debt.whyLeftAlone().isPresent()) {
            return debt.whyLeftAlone().get();
        }
        if (ripe.isEmpty()) {
            return null;
        }
        if (debt.credit().isPositive()) {
            return Reason.of("treasury.credit", debt.credit(), debt.familyCode());
        }
        Money sum = FamilyDebt.balanceOf(ripe);
        return sum.compareTo(minimum) < 0 ? Reason.of("treasury.minimum", sum, minimum) : null;
    }

    public boolean goes() {
        return left == null && !claims.isEmpty();
    }

    public Money total() {
        return claims.stream().map(TreasuryList.Claim::balance).reduce(Money.ZERO, Money::plus);
    }
}
