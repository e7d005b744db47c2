package fr.perisco.domain.shuttle;

import fr.perisco.domain.calendar.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The seats of a shuttle that are given away, booked days or not: whoever has a place may book every day of it.
 *
 * @param taken all places in it
 */
public record ShuttleSeats(Shuttle shuttle, List<ShuttlePlace> taken) {
    public ShuttleSeats {
        taken = List.copyOf(taken);
    }

    /** How many children have a place on a day. */
    public int takenOn(LocalDate day) {
        return (int) taken.stream()
                .filter(place -> place.covers(day))
                .mapToLong(ShuttlePlace::childId)
                .distinct()
                .count();
    }

    /** The most children who have a place on one of these weekdays in a period. */
    public int mostTaken(DayOfWeek weekday, LocalDate from, LocalDate to) {
        return Weekdays.of(weekday)
                .between(from, to)
                .mapToInt(this::takenOn)
                .max()
                .orElse(0);
    }

    /**
     * The first of these weekdays in a period on which a child would find no seat; empty when there is one on each. On days on
     * which it has a seat already it needs no other.
     */
    public Optional<LocalDate> firstFull(long childId, DayOfWeek weekday, LocalDate from, LocalDate to) {
        return Weekdays.of(weekday)
                .between(from, to)
                .filter(day -> taken.stream().noneMatch(place -> place.childId() == childId && place.covers(day)))
                .filter(day -> takenOn(day) >= shuttle.seats())
                .findFirst();
    }
}
