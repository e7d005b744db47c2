package fr.perisco.domain.reservation;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySpan;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days at units, for all schools or one; a code that is null names all. */
public record UnitScope(
        DaySpan days,
        @Nullable String activity,
        @Nullable String unit,
        @Nullable String school) {
    public boolean holds(Unit candidate) {
        return names(activity, candidate.activity().code()) && names(unit, candidate.code());
    }

    public boolean holdsSchool(String code) {
        return names(school, code);
    }

    /** Whether a count is among what this scope is about. */
    public boolean covers(MealCount count) {
        return coversUnit(count) && holdsSchool(count.school());
    }

    /** Whether a count's day and unit are among what this scope is about, for whatever school. */
    public boolean coversUnit(MealCount count) {
        return covers(count.day()) && names(activity, count.activity()) && names(unit, count.unit());
    }

    /** Whether the two have something in common. */
    public boolean meets(UnitScope other) {
        return !days.to().isBefore(other.days.from())
                && !other.days.to().isBefore(days.from())
                && agree(activity, other.activity)
                && agree(unit, other.unit)
                && agree(school, other.school);
    }

    private boolean covers(LocalDate day) {
        return !day.isBefore(days.from()) && !day.isAfter(days.to());
    }

    private static boolean names(@Nullable String code, String one) {
        return code == null || code.equals(one);
    }

    private static boolean agree(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }
}
