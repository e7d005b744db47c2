package fr.perisco.domain.registration;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A child's place in an activity, paid by one family.
 *
 * @param from first day
 * @param to last day, included
 */
public record Registration(
        long id, long childId, long familyId, long activityId, LocalDate from, LocalDate to, RegistrationState state) {
    public Registration {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a registration that ends before it starts");
        }
    }

    public boolean covers(LocalDate day) {
        return state == RegistrationState.ACCEPTED && !day.isBefore(from) && !day.isAfter(to);
    }

    public DaySet days(YearMonth month) {
        return state == RegistrationState.ACCEPTED ? DaySet.between(month, from, to) : DaySet.EMPTY;
    }

    /** The registration's own day that is nearest to a day: that day, or its first, or its last one. */
    public LocalDate dayNearest(LocalDate day) {
        if (day.isBefore(from)) {
            return from;
        }
        return day.isAfter(to) ? to : day;
    }

    /** The same with another last day. */
    public Registration until(LocalDate lastDay) {
        return new Registration(id, childId, familyId, activityId, from, lastDay, state);
    }

    public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return !from.isAfter(otherTo) && !to.isBefore(otherFrom);
    }
}
