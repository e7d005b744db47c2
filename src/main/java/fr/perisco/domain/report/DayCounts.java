package fr.perisco.domain.report;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ReservationMonth;
import java.util.EnumMap;
import java.util.Map;

/** How many days of children there are of each outcome, and how many are booked on each day of a month. */
public final class DayCounts {
    private static final int MONTH_DAYS = 31;

    private final Map<DayOutcome, Integer> outcomes = new EnumMap<>(DayOutcome.class);
    private final int[] booked = new int[MONTH_DAYS + 1];

    /**
     * Counts sets of days.
     *
     * @param times how many registrations have these very sets
     */
    public void add(ReservationMonth sets, int times) {
        DaySet touched = sets.booked().union(sets.cancelled()).union(sets.cancelledLate());
        touched.daysOfMonth().forEach(day -> add(sets.stateOf(day), day, times));
        add(DayOutcome.UNBOOKED, sets.cameUnbooked().size() * times);
        add(
                DayOutcome.EXCUSED,
                sets.excused().minus(sets.present()).minus(sets.absent()).size() * times);
    }

    private void add(DayState state, int day, int times) {
        switch (state) {
            case BOOKED -> {
                booked[day] += times;
                add(DayOutcome.BOOKED, times);
            }
            case CANCELLED -> add(DayOutcome.CANCELLED, times);
            case CANCELLED_LATE -> add(DayOutcome.CANCELLED_LATE, times);
            default -> {}
        }
    }

    private void add(DayOutcome outcome, int times) {
        outcomes.merge(outcome, times, Integer::sum);
    }

    public int of(DayOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /**
     * How many children are booked on a day.
     *
     * @param dayOfMonth 1 to 31
     */
    public int bookedOn(int dayOfMonth) {
        return booked[dayOfMonth];
    }

    /** Whether there is nothing to count. */
    public boolean isEmpty() {
        return outcomes.values().stream().allMatch(count -> count == 0);
    }
}
