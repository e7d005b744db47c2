package fr.perisco.domain.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Counts school days in another way than the calendar does: all days are written down, those without school struck out,
 * and what is left is numbered. Each run of loaded years is numbered for itself, for nobody may count across a gap.
 */
final class SchoolDayCounter {
    private final List<List<LocalDate>> runs = new ArrayList<>();
    private final Map<LocalDate, Integer> places = new HashMap<>();

    SchoolDayCounter(String zone, Weekdays schoolWeek) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        LocalDate.of(2016, 9, 1).datesUntil(LocalDate.of(2017, 9, 1)).forEach(days::add);
        LocalDate.of(2025, 9, 1).datesUntil(LocalDate.of(2027, 9, 1)).forEach(days::add);
        days.removeIf(day -> !schoolWeek.toString().contains(Weekdays.code(day.getDayOfWeek())));
        days.removeAll(MinistryCalendar.publicHolidays(false));
        MinistryCalendar.holidays(zone)
                .forEach(row ->
                        days.subSet(row.startsOn(), false, row.endsOn(), false).clear());
        runs.add(List.copyOf(days.headSet(LocalDate.of(2020, 1, 1))));
        runs.add(List.copyOf(days.tailSet(LocalDate.of(2020, 1, 1))));
        for (List<LocalDate> run : runs) {
            for (int place = 0; place < run.size(); place++) {
                places.put(run.get(place), place);
            }
        }
    }

    boolean isSchoolDay(LocalDate day) {
        return places.containsKey(day);
    }

    /** The n-th school day before a day; empty when the loaded years hold too few. */
    Optional<LocalDate> before(LocalDate day, int n) {
        List<LocalDate> run = runs.get(day.getYear() < 2020 ? 0 : 1);
        Integer place = places.get(day);
        int later = place == null
                ? (int) run.stream().filter(school -> school.isBefore(day)).count()
                : place;
        return later < n ? Optional.empty() : Optional.of(run.get(later - n));
    }
}
