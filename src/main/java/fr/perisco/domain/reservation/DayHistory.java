package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import java.util.List;
import java.util.Optional;

/** What acts did, one after the other, to the sets of days of a registration, unit and month. */
public final class DayHistory {
    /** What one act added to a set and removed from it. */
    public record Step(DayAct act, DaySetKind set, DaySet added, DaySet removed) {}

    private static final List<DaySetKind> FIRST_SAID =
            List.of(DaySetKind.EXCUSED, DaySetKind.WAIVED, DaySetKind.CANCELLED_LATE);

    private final List<Step> steps;

    /**
     * @param steps in the order in which they were done
     */
    public DayHistory(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * What the day had come to: {@code booked}, {@code cancelled-late}, {@code excused}, {@code waived}, {@code cancelled},
     * {@code present} for who came without booking, or {@code none}.
     */
    public String stateOf(int day) {
        for (DaySetKind set : FIRST_SAID) {
            if (isIn(set, day)) {
                return set.code();
            }
        }
        for (DaySetKind set : List.of(DaySetKind.BOOKED, DaySetKind.PRESENT, DaySetKind.CANCELLED)) {
            if (isIn(set, day)) {
                return set.code();
            }
        }
        return "none";
    }

    /** Who made the day what it had come to: its booking where it is booked, else the last act that touched it. */
    public Optional<DayAct> originOf(int day) {
        if (isIn(DaySetKind.EXCUSED, day)) {
            return lastAdded(DaySetKind.EXCUSED, day);
        }
        if (isIn(DaySetKind.BOOKED, day)) {
            return lastAdded(DaySetKind.BOOKED, day);
        }
        return isIn(DaySetKind.PRESENT, day) && !isIn(DaySetKind.WAIVED, day)
                ? lastAdded(DaySetKind.PRESENT, day)
                : lastTouched(day);
    }

    /** Who said after the deadline that the child would not come; empty when nobody did, or it was taken back. */
    public Optional<DayAct> lateCancellationOf(int day) {
        return isIn(DaySetKind.CANCELLED_LATE, day) ? lastAdded(DaySetKind.CANCELLED_LATE, day) : Optional.empty();
    }

    /** The steps that touched a day, in the order in which they were done. */
    public List<Step> stepsOf(int day) {
        return steps.stream()
                .filter(step -> step.added().contains(day) || step.removed().contains(day))
                .toList();
    }

    private boolean isIn(DaySetKind set, int day) {
        int times = 0;
        for (Step step : steps) {
            if (step.set() == set) {
                times += step.added().contains(day) ? 1 : 0;
                times -= step.removed().contains(day) ? 1 : 0;
            }
        }
        return times > 0;
    }

    private Optional<DayAct> lastAdded(DaySetKind set, int day) {
        return last(steps.stream()
                .filter(step -> step.set() == set && step.added().contains(day))
                .toList());
    }

    private Optional<DayAct> lastTouched(int day) {
        return last(stepsOf(day));
    }

    private static Optional<DayAct> last(List<Step> found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).act());
    }
}
