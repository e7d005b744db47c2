package fr.perisco.domain.shuttle;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shuttle's route: it serves one unit, and a child rides in it only on days on which it is booked there.
 *
 * @param id the store's key; 0 for a shuttle that is not stored yet
 * @param weekdays those on which it runs
 * @param seats at least 1
 * @param from first day; null for the activity's
 * @param to last day, included; null for the activity's
 * @param stops by their times, those that are served no more among them
 */
public record Shuttle(
        long id,
        String code,
        String label,
        Unit unit,
        Weekdays weekdays,
        int seats,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<ShuttleStop> stops) {
    public Shuttle {
        if (seats < 1) {
            throw new IllegalArgumentException("a shuttle without seats");
        }
        stops = stops.stream()
                .sorted(Comparator.comparing(ShuttleStop::time).thenComparing(ShuttleStop::code))
                .toList();
    }

    /** The first day on which it may run. */
    public LocalDate firstDay() {
        LocalDate ofActivity = unit.activity().from();
        return from == null || from.isBefore(ofActivity) ? ofActivity : from;
    }

    /** The last day on which it may run. */
    public LocalDate lastDay() {
        LocalDate ofActivity = unit.activity().to();
        return to == null || to.isAfter(ofActivity) ? ofActivity : to;
    }

    /** The stops at which it still stops, in order. */
    public Stream<ShuttleStop> served() {
        return stops.stream().filter(ShuttleStop::served);
    }

    /** The stop with this code, if it is served. */
    public Optional<ShuttleStop> stop(String stopCode) {
        return served().filter(stop -> stop.code().equals(stopCode)).findFirst();
    }

    /** Why it does not run on a day, whatever the unit does; empty when it does. */
    public Optional<Reason> whyNoRun(LocalDate day) {
        if (day.isBefore(firstDay()) || day.isAfter(lastDay())) {
            return Optional.of(Reason.of("shuttle.outside", code, firstDay(), lastDay()));
        }
        return weekdays.contains(day)
                ? Optional.empty()
                : Optional.of(Reason.of("shuttle.not-that-day", code, day, weekdays));
    }

    /** Whether both are under way at one moment of a day: nobody can sit in the two. One may begin when the other ends. */
    public boolean meets(Shuttle other) {
        List<LocalTime> times = served().map(ShuttleStop::time).toList();
        List<LocalTime> others = other.served().map(ShuttleStop::time).toList();
        if (times.isEmpty() || others.isEmpty()) {
            return false;
        }
        LocalTime begins = times.get(0);
        LocalTime ends = times.get(times.size() - 1);
        LocalTime othersBegin = others.get(0);
        LocalTime othersEnd = others.get(others.size() - 1);
        return begins.equals(othersBegin) || (begins.isBefore(othersEnd) && othersBegin.isBefore(ends));
    }

    /** All that the setup says of it, for the audit trail. */
    public String definition() {
        return "%s, %s %s, %s, %d, %s..%s: %s"
                .formatted(
                        label,
                        unit.activity().code(),
                        unit.code(),
                        weekdays,
                        seats,
                        from == null ? "" : from,
                        to == null ? "" : to,
                        served().map(stop -> stop.time() + " " + stop.code() + " (" + stop.label() + ")")
                                .collect(Collectors.joining(", ")));
    }
}
