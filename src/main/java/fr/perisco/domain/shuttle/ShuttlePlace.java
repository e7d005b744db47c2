package fr.perisco.domain.shuttle;

import fr.perisco.domain.calendar.Weekdays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A child's place in a shuttle: where it gets on or off, on some weekdays of a period.
 *
 * @param from first day
 * @param to last day, included
 * @param seatSince the act that gave the seat, in the order of which seats are taken; {@link #NEW} for one that is being given
 */
public record ShuttlePlace(long childId, long stopId, Weekdays weekdays, LocalDate from, LocalDate to, long seatSince) {
    /** After every seat there is. */
    public static final long NEW = Long.MAX_VALUE;

    public ShuttlePlace {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a place that ends before it starts");
        }
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("a place on no day");
        }
    }

    public boolean covers(LocalDate day) {
        return weekdays.contains(day) && !day.isBefore(from) && !day.isAfter(to);
    }

    /** The part of it inside a period; empty when there is none. */
    public Optional<ShuttlePlace> within(LocalDate first, LocalDate last) {
        LocalDate begins = from.isBefore(first) ? first : from;
        LocalDate ends = to.isAfter(last) ? last : to;
        return begins.isAfter(ends)
                ? Optional.empty()
                : Optional.of(new ShuttlePlace(childId, stopId, weekdays, begins, ends, seatSince));
    }

    /** Whether it has a day among these weekdays of a period. */
    public boolean meets(Weekdays days, LocalDate first, LocalDate last) {
        return within(first, last).stream()
                .flatMap(part -> weekdays.intersect(days).between(part.from(), part.to()))
                .findFirst()
                .isPresent();
    }
}
