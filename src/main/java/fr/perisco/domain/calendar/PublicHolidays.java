package fr.perisco.domain.calendar;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * French public holidays: the eleven of the Code du travail, art. L3133-1, and for Alsace-Moselle the two of art. L3134-13.
 */
public final class PublicHolidays {
    /** Names are codes, turned into words by the bundles. */
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    private final boolean alsaceMoselle;

    public PublicHolidays(boolean alsaceMoselle) {
        this.alsaceMoselle = alsaceMoselle;
    }

    public boolean contains(LocalDate day) {
        return ofYear(day.getYear()).containsKey(day);
    }

    /** The holiday's code, such as {@code all-saints}. */
    public Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(ofYear(day.getYear()).get(day));
    }

    public Map<LocalDate, String> ofYear(int year) {
        return byYear.computeIfAbsent(year, this::compute);
    }

    private Map<LocalDate, String> compute(int year) {
        LocalDate easter = easterSunday(year);
        Map<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "new-year");
        days.put(easter.plusDays(1), "easter-monday");
        days.put(LocalDate.of(year, 5, 1), "labour-day");
        days.put(LocalDate.of(year, 5, 8), "victory-1945");
        days.put(easter.plusDays(39), "ascension");
        days.put(easter.plusDays(50), "whit-monday");
        days.put(LocalDate.of(year, 7, 14), "bastille-day");
        days.put(LocalDate.of(year, 8, 15), "assumption");
        days.put(LocalDate.of(year, 11, 1), "all-saints");
        days.put(LocalDate.of(year, 11, 11), "armistice-1918");
        days.put(LocalDate.of(year, 12, 25), "christmas");
        if (alsaceMoselle) {
            days.put(easter.minusDays(2), "good-friday");
            days.put(LocalDate.of(year, 12, 26), "saint-stephen");
        }
        return days;
    }

    /** Butcher's algorithm, Gregorian calendar (J. Meeus, Astronomical Algorithms, ch. 8). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int sum = h + l - 7 * m + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
