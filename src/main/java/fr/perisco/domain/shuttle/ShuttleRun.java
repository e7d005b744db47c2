package fr.perisco.domain.shuttle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shuttle on one day, and who rides in it.
 *
 * @param passengers in the order in which they got their seats
 */
public record ShuttleRun(Shuttle shuttle, LocalDate day, List<Passenger> passengers) {
    /**
     * A child who rides.
     *
     * @param over whether all seats are taken by those who got theirs earlier
     */
    public record Passenger(ShuttlePlace place, boolean over) {}

    public ShuttleRun {
        passengers = List.copyOf(passengers);
    }

    /**
     * Sets up the run of a day: whoever has a place on it and is expected at the unit rides. A child who is over the seats is not
     * left out: somebody must know that it stands at the stop.
     *
     * @param expected the children who are booked at the unit that day and did not cancel, in time or late
     */
    public static ShuttleRun of(
            Shuttle shuttle, LocalDate day, Collection<ShuttlePlace> places, Collection<Long> expected) {
        Set<Long> coming = new HashSet<>(expected);
        List<ShuttlePlace> riding = places.stream()
                .filter(place -> place.covers(day) && coming.contains(place.childId()))
                .sorted(Comparator.comparingLong(ShuttlePlace::seatSince).thenComparingLong(ShuttlePlace::childId))
                .toList();
        Set<ShuttlePlace> seated = riding.stream().limit(shuttle.seats()).collect(Collectors.toSet());
        return new ShuttleRun(
                shuttle,
                day,
                riding.stream()
                        .map(place -> new Passenger(place, !seated.contains(place)))
                        .toList());
    }

    public int freeSeats() {
        return Math.max(0, shuttle.seats() - passengers.size());
    }

    /** How many children have no seat. */
    public int over() {
        return Math.max(0, passengers.size() - shuttle.seats());
    }
}
