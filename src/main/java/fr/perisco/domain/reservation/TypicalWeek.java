package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Weekdays;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A typical week, kept as a rule.
 *
 * @param familyId the payer whose registration it books in; null for the child's only one
 * @param from first day
 * @param to last day, included
 */
public record TypicalWeek(
        long childId,
        long unitId,
        @Nullable Long familyId,
        LocalDate from,
        LocalDate to,
        Weekdays weekdays,
        WeekParity weeks) {
    public TypicalWeek {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a typical week that ends before it starts");
        }
    }

    /** Whether it may book in a registration that this family pays. */
    public boolean isPaidBy(long payer) {
        return familyId == null || familyId == payer;
    }

    /** Whether it is the same rule to the office: by child, unit and first day (contract, rule 4.5). */
    public boolean hasKeyOf(TypicalWeek other) {
        return childId == other.childId && unitId == other.unitId && from.equals(other.from);
    }

    /** The days of the month that it names, open or not. */
    public DaySet in(YearMonth month) {
        return weekdays.in(month).intersect(DaySet.between(month, from, to)).intersect(weeks.in(month));
    }
}
