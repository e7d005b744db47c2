package fr.perisco.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/**
 * Some days in a row.
 *
 * @param from first day
 * @param to last day, included
 */
public record DaySpan(LocalDate from, LocalDate to) {
    public DaySpan {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a span that ends before it starts");
        }
    }

    public static DaySpan of(LocalDate day) {
        return new DaySpan(day, day);
    }

    /** The week, Monday to Sunday, that holds a day. */
    public static DaySpan ofWeek(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new DaySpan(monday, monday.plusDays(6));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }
}
