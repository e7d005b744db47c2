package fr.perisco.domain.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open data of the school calendar (2016-2017, 2025-2026 and 2026-2027, zones A, B and C) and of public holidays. */
public final class MinistryCalendar {
    public static final List<String> ZONES = List.of("Zone A", "Zone B", "Zone C");
    public static final LocalDate FIRST_DAY = LocalDate.of(2016, 9, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2027, 8, 31);

    private MinistryCalendar() {}

    public static SchoolCalendar of(String zone, Weekdays schoolWeek, Closure... closures) {
        return new SchoolCalendar(schoolWeek, new PublicHolidays(false), holidays(zone), List.of(closures));
    }

    /** An ordinary office of zone A. */
    public static SchoolCalendar zoneA(Closure... closures) {
        return of("Zone A", Weekdays.MONDAY_TO_FRIDAY, closures);
    }

    public static List<SchoolHolidays> holidays(String zone) {
        return rows("calendar-zones-abc.csv", ";")
                .filter(row -> row[5].equals(zone))
                .map(row -> {
                    SchoolYear year = SchoolYear.parse(row[6]).orElseThrow();
                    LocalDate end = row[3].isEmpty() ? year.lastDay() : LocalDate.parse(row[3]);
                    return new SchoolHolidays(year, row[0], zone, LocalDate.parse(row[2]), end);
                })
                .toList();
    }

    /** The public holidays from 2006 to 2031, of a list that others keep. */
    static NavigableSet<LocalDate> publicHolidays(boolean alsaceMoselle) {
        return rows("jours_feries_" + (alsaceMoselle ? "alsace-moselle" : "metropole") + ".csv", ",")
                .map(row -> LocalDate.parse(row[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String[]> rows(String file, String separator) {
        try (InputStream in = MinistryCalendar.class.getResourceAsStream("/calendar/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(separator, -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
