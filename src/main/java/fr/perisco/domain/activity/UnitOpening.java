package fr.perisco.domain.activity;

import fr.perisco.domain.calendar.Weekdays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a unit opens during one period; a unit whose day moves has several.
 *
 * @param capacity places a day; null when unlimited
 */
public record UnitOpening(
        LocalDate from,
        LocalDate to,
        Weekdays weekdays,
        Term term,
        @Nullable Integer capacity) {
    public UnitOpening {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("an opening that ends before it starts");
        }
        if (capacity != null && capacity < 0) {
            throw new IllegalArgumentException("a capacity below zero");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
