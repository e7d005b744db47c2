package fr.perisco.domain.shuttle;

import fr.perisco.domain.calendar.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of one child in one shuttle, never two on a day. What says the same is written the same, so that two of them can
 * be compared: weekday by weekday, stays at one stop that follow each other are one, and weekdays with the same stay share a
 * place.
 *
 * @param places in the order of their first days
 */
public record ChildPlaces(List<ShuttlePlace> places) {
    private static final Comparator<ShuttlePlace> ORDER = Comparator.comparing(ShuttlePlace::from)
            .thenComparingInt(place -> Integer.lowestOneBit(place.weekdays().bits()))
            .thenComparing(ShuttlePlace::to)
            .thenComparingLong(ShuttlePlace::stopId);

    /** One weekday's part of a place, without the weekday. */
    private record Stay(long childId, long stopId, LocalDate from, LocalDate to, long seatSince) {
        boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !to.isBefore(first);
        }

        boolean isFollowedBy(Stay next) {
            return stopId == next.stopId && !next.from.isAfter(to.plusDays(1));
        }

        Stay until(Stay next) {
            return new Stay(childId, stopId, from, next.to, Math.min(seatSince, next.seatSince));
        }
    }

    public ChildPlaces {
        places = List.copyOf(places);
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /**
     * With another place, which wins over what the child had on its days. A child who changes stops, or stays longer, keeps the
     * rank of its seat.
     */
    public ChildPlaces with(ShuttlePlace added) {
        Map<DayOfWeek, List<Stay>> week = byWeekday();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (added.weekdays().contains(weekday)) {
                List<Stay> before = week.getOrDefault(weekday, List.of());
                long since = before.stream()
                        .filter(stay -> stay.overlaps(added.from(), added.to()))
                        .mapToLong(Stay::seatSince)
                        .reduce(added.seatSince(), Math::min);
                List<Stay> after = cut(before, added.from(), added.to());
                after.add(new Stay(added.childId(), added.stopId(), added.from(), added.to(), since));
                week.put(weekday, after);
            }
        }
        return of(week);
    }

    /** Without these weekdays of a period. */
    public ChildPlaces without(Weekdays weekdays, LocalDate from, LocalDate to) {
        Map<DayOfWeek, List<Stay>> week = byWeekday();
        week.replaceAll((weekday, stays) -> weekdays.contains(weekday) ? cut(stays, from, to) : stays);
        return of(week);
    }

    private Map<DayOfWeek, List<Stay>> byWeekday() {
        Map<DayOfWeek, List<Stay>> week = new LinkedHashMap<>();
        for (ShuttlePlace place : places) {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                if (place.weekdays().contains(weekday)) {
                    week.computeIfAbsent(weekday, key -> new ArrayList<>())
                            .add(new Stay(
                                    place.childId(), place.stopId(), place.from(), place.to(), place.seatSince()));
                }
            }
        }
        return week;
    }

    private static List<Stay> cut(List<Stay> stays, LocalDate from, LocalDate to) {
        List<Stay> left = new ArrayList<>();
        for (Stay stay : stays) {
            if (!stay.overlaps(from, to)) {
                left.add(stay);
                continue;
            }
            if (stay.from().isBefore(from)) {
                left.add(new Stay(stay.childId(), stay.stopId(), stay.from(), from.minusDays(1), stay.seatSince()));
            }
            if (stay.to().isAfter(to)) {
                left.add(new Stay(stay.childId(), stay.stopId(), to.plusDays(1), stay.to(), stay.seatSince()));
            }
        }
        return left;
    }

    private static ChildPlaces of(Map<DayOfWeek, List<Stay>> week) {
        Map<Stay, Weekdays> shared = new LinkedHashMap<>();
        week.forEach((weekday, stays) -> {
            for (Stay stay : joined(stays)) {
                shared.merge(stay, Weekdays.of(weekday), Weekdays::union);
            }
        });
        List<ShuttlePlace> places = new ArrayList<>();
        shared.forEach((stay, weekdays) -> places.add(
                new ShuttlePlace(stay.childId(), stay.stopId(), weekdays, stay.from(), stay.to(), stay.seatSince())));
        places.sort(ORDER);
        return new ChildPlaces(places);
    }

    private static List<Stay> joined(List<Stay> stays) {
        List<Stay> sorted =
                stays.stream().sorted(Comparator.comparing(Stay::from)).toList();
        List<Stay> joined = new ArrayList<>();
        for (Stay stay : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).isFollowedBy(stay)) {
                joined.set(last, joined.get(last).until(stay));
            } else {
                joined.add(stay);
            }
        }
        return joined;
    }
}
