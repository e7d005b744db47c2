package fr.perisco.workflow;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.money.Money;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister.KnownFamily;
import java.time.LocalDate;
import java.util.Optional;

/** Says from which day a quotient counts that a file brings, and gathers it where it is a new one. */
final class QuotientDating {
    private final FamilyChanges changes;
    private final boolean retroactive;

    /**
     * @param retroactive whether a quotient counts from its own date, in months that are invoiced already too
     */
    QuotientDating(FamilyChanges changes, boolean retroactive) {
        this.changes = changes;
        this.retroactive = retroactive;
    }

    /**
     * A record of the same date and amount is the same one, unless it counts too late for a file loaded retroactively.
     *
     * @return what changed; empty where the family has that record already
     */
    Optional<FieldChange> add(KnownFamily known, LocalDate from, Money quotient) {
        FamilyQuotient before = known.quotientOf(from).orElse(null);
        if (before != null
                && before.quotient().equals(quotient)
                && !(retroactive && before.countsFrom().isAfter(from))) {
            return Optional.empty();
        }
        LocalDate countsFrom = countsFrom(known, from);
        changes.quotient(known.id(), from, countsFrom, quotient);
        return Optional.of(new FieldChange(
                "family",
                known.family().code(),
                "quotient",
                before == null ? null : written(before.quotient(), before.quotientFrom(), before.countsFrom()),
                written(quotient, from, countsFrom)));
    }

    private LocalDate countsFrom(KnownFamily known, LocalDate from) {
        if (retroactive || known.invoicedThrough() == null) {
            return from;
        }
        LocalDate notInvoiced = known.invoicedThrough().plusMonths(1).atDay(1);
        return from.isBefore(notInvoiced) ? notInvoiced : from;
    }

    private static String written(Money quotient, LocalDate from, LocalDate countsFrom) {
        return quotient + " " + from + (countsFrom.equals(from) ? "" : " (" + countsFrom + ")");
    }
}
