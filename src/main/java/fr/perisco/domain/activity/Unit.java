package fr.perisco.domain.activity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A part of an activity that is reserved by the day: a meal, the morning, the evening.
 *
 * @param id the store's key
 * @param taxEligible whether what is paid for it counts as childcare for the tax certificate
 * @param openings one a period, never overlapping
 */
public record Unit(
        long id, Activity activity, String code, String label, boolean taxEligible, List<UnitOpening> openings) {
    public Unit {
        openings = List.copyOf(openings);
    }

    public Optional<UnitOpening> openingOn(LocalDate day) {
        return openings.stream().filter(opening -> opening.covers(day)).findFirst();
    }

    /** Places on a day; empty when unlimited. */
    public Optional<Integer> capacityOn(LocalDate day) {
        return openingOn(day).map(UnitOpening::capacity);
    }

    public boolean hasCapacity() {
        return openings.stream().anyMatch(opening -> opening.capacity() != null);
    }
}
