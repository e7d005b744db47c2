package fr.perisco.domain.registration;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

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
        return state == RegistrationState.ACCEPTED && overlaps(day, day);
    }

    /** Why a child is not registered on a day, although these may be: one of them may wait for a decision. */
    public static Reason whyNone(List<Registration> registrations, String child, String activity, LocalDate day) {
        boolean waits = registrations.stream()
                .anyMatch(row -> row.state == RegistrationState.PENDING && row.overlaps(day, day));
        return Reason.of(waits ? "registration.waits" : "registration.none", child, activity, day);
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

    /** The same, decided otherwise. */
    public Registration in(RegistrationState other) {
        return new Registration(id, childId, familyId, activityId, from, to, other);
    }

    public boolean overlaps(LocalDate otherFrom, LocalDate otherTo) {
        return !from.isAfter(otherTo) && !to.isBefore(otherFrom);
    }
}
