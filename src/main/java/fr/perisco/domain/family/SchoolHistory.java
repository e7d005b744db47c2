package fr.perisco.domain.family;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Since when a child goes to which school. */
public final class SchoolHistory {
    /** A child of whom no school is known. */
    public static final SchoolHistory NONE = new SchoolHistory(new TreeMap<>());

    private final NavigableMap<LocalDate, String> schoolFrom;

    /**
     * @param schoolFrom school codes by their first day; empty where the child has none
     */
    public SchoolHistory(NavigableMap<LocalDate, String> schoolFrom) {
        this.schoolFrom = new TreeMap<>(schoolFrom);
    }

    /** The school's code on a day; before the first record, as the first one says. */
    public Optional<String> schoolOn(LocalDate day) {
        if (schoolFrom.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<LocalDate, String> record = schoolFrom.floorEntry(day);
        return Optional.of((record == null ? schoolFrom.firstEntry() : record).getValue())
                .filter(code -> !code.isEmpty());
    }

    /**
     * The days of the month on which the child goes to this school.
     *
     * @param schoolCode null for any school, or none
     */
    public DaySet daysAt(@Nullable String schoolCode, YearMonth month) {
        if (schoolCode == null) {
            return DaySet.allOf(month);
        }
        return DaySet.of(DaySet.allOf(month)
                .days(month)
                .filter(day -> Objects.equals(schoolOn(day).orElse(null), schoolCode))
                .toList());
    }

    /** Whether the child goes to this school on some day of a period, both ends included. */
    public boolean isEverAt(String schoolCode, LocalDate from, LocalDate to) {
        return schoolOn(from).filter(schoolCode::equals).isPresent()
                || schoolFrom.subMap(from, true, to, true).containsValue(schoolCode);
    }
}
