package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a family is reminded on a day, and how. One letter lists all that the family has overdue; its text is that of the highest
 * level that one of its invoices comes to.
 *
 * @param level of the letter; null when no level has come, or none is left
 * @param invoices what the letter lists, or would
 * @param amount what it asks for: the family's credit is taken off
 * @param left why the family is left alone all the same; null when it is reminded, or when no level has come
 */
public record ReminderDecision(
        FamilyDebt debt,
        @Nullable ReminderLevel level,
        List<OverdueInvoice> invoices,
        Money amount,
        @Nullable Reason left) {
    public ReminderDecision {
        invoices = List.copyOf(invoices);
    }

    /** Decides for one family. */
    public static ReminderDecision of(FamilyDebt debt, ReminderLevels levels) {
        List<OverdueInvoice> listed = debt.toAskFor();
        Money owed = debt.owed(listed);
        Optional<Reason> alone = debt.whyLeftAlone();
        ReminderLevel level = highest(debt, levels);
        if (alone.isEmpty() && level == null) {
            alone = debt.planKept().map(plan -> plan.told(debt.day()));
        }
        if (alone.isPresent()) {
            List<OverdueInvoice> untouched = debt.withTheOffice();
            return new ReminderDecision(debt, null, untouched, debt.owed(untouched), alone.get());
        }
        if (level == null) {
            return new ReminderDecision(debt, null, listed, owed, null);
        }
        if (!owed.isPositive()) {
            return new ReminderDecision(debt, level, listed, owed, Reason.of("recovery.credit", debt.credit()));
        }
        if (owed.compareTo(level.minimum()) < 0) {
            return new ReminderDecision(
                    debt, level, listed, owed, Reason.of("recovery.minimum", owed, level.minimum(), level.level()));
        }
        return new ReminderDecision(debt, level, listed, owed, null);
    }

    private static @Nullable ReminderLevel highest(FamilyDebt debt, ReminderLevels levels) {
        return debt.toAskFor().stream()
                .filter(invoice -> levels.isDue(invoice, debt.day()))
                .map(levels::nextOf)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one.level() >= other.level() ? one : other)
                .orElse(null);
    }

    public boolean isReminded() {
        return level != null && left == null;
    }

    /** The oldest due date of what is listed. */
    public LocalDate oldestDueOn() {
        return invoices.get(0).dueOn();
    }
}
