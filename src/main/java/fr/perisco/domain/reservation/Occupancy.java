package fr.perisco.domain.reservation;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;

/** How many children are expected at a unit on each day of a month. */
public final class Occupancy {
    private static final int DAYS = 31;

    private final int[] expected = new int[DAYS + 1];

    /** Counts a child in on these days. */
    public void add(DaySet days) {
        days.daysOfMonth().forEach(day -> expected[day]++);
    }

    /** Counts a child out on these days. */
    public void remove(DaySet days) {
        days.daysOfMonth().forEach(day -> expected[day]--);
    }

    /** Follows one child's month from what it was to what it is. */
    public void follow(ReservationMonth before, ReservationMonth after) {
        remove(freed(before, after));
        add(after.expected().minus(before.expected()));
    }

    /** How many children are expected on a day of the month. */
    public int on(LocalDate day) {
        return expected[day.getDayOfMonth()];
    }

    public boolean isFull(Unit unit, LocalDate day) {
        return unit.capacityOn(day).filter(places -> on(day) >= places).isPresent();
    }

    /** The days on which a child of one month is expected no more, now that it is another. */
    public static DaySet freed(ReservationMonth before, ReservationMonth after) {
        return before.expected().minus(after.expected());
    }

    /** Those of the given days on which no place is left. */
    public DaySet fullAmong(DaySet days, Unit unit, YearMonth month) {
        if (!unit.hasCapacity() || days.isEmpty()) {
            return DaySet.EMPTY;
        }
        return DaySet.of(days.days(month).filter(day -> isFull(unit, day)).toList());
    }
}
