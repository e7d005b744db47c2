package fr.perisco.domain.calendar;

import fr.perisco.domain.reason.Refused;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The calendar of one office: its school week, its zone's holidays, public holidays and closures. A school year is loaded
 * when the zone has a row of it; outside, every question about school days is refused.
 */
public final class SchoolCalendar {
    private final Weekdays schoolWeek;
    private final PublicHolidays publicHolidays;
    private final List<SchoolHolidays> holidays;
    private final List<Closure> closures;
    private final SortedSet<SchoolYear> loadedYears = new TreeSet<>();
    private final Map<LocalDate, DayStatus> known = new HashMap<>();

    public SchoolCalendar(
            Weekdays schoolWeek,
            PublicHolidays publicHolidays,
            Collection<SchoolHolidays> holidays,
            Collection<Closure> closures) {
        this.schoolWeek = schoolWeek;
        this.publicHolidays = publicHolidays;
        this.holidays = List.copyOf(holidays);
        this.closures = List.copyOf(closures);
        holidays.forEach(row -> loadedYears.add(row.schoolYear()));
    }

    public SortedSet<SchoolYear> loadedYears() {
        return loadedYears;
    }

    public boolean isLoaded(LocalDate day) {
        return loadedYears.contains(SchoolYear.of(day));
    }

    /** The contract's rule 4.1: a weekday of the school week, no public holiday, not closed, not inside holidays. */
    public boolean isSchoolDay(LocalDate day) {
        return statusOf(day).isSchoolDay();
    }

    /**
     * What a day is to the school.
     *
     * @throws Refused when its school year is not loaded
     */
    public DayStatus statusOf(LocalDate day) {
        requireLoaded(day);
        return known.computeIfAbsent(day, this::judge);
    }

    private void requireLoaded(LocalDate day) {
        if (!isLoaded(day)) {
            throw Refused.because("calendar.not-loaded", SchoolYear.of(day).toString(), day);
        }
    }

    private DayStatus judge(LocalDate day) {
        if (publicHolidays.contains(day)) {
            return publicHoliday(day);
        }
        boolean lifted = isOpened(day, Closure.SCHOOL::equals);
        if (!schoolWeek.contains(day) && !lifted) {
            return new DayStatus(DayKind.WEEKEND, "");
        }
        for (SchoolHolidays row : holidays) {
            if (row.contains(day)) {
                return new DayStatus(DayKind.SCHOOL_HOLIDAYS, row.description());
            }
        }
        if (!lifted) {
            for (Closure closure : closures) {
                if (!closure.opens() && closure.scope().equals(Closure.SCHOOL) && closure.covers(day)) {
                    return new DayStatus(DayKind.SCHOOL_CLOSED, closure.reason());
                }
            }
        }
        return new DayStatus(DayKind.SCHOOL_DAY, "");
    }

    private DayStatus publicHoliday(LocalDate day) {
        return new DayStatus(DayKind.PUBLIC_HOLIDAY, publicHolidays.nameOf(day).orElse(""));
    }

    /** Monday to Friday and no public holiday; needs no school calendar. */
    public DayStatus workingStatusOf(LocalDate day) {
        if (publicHolidays.contains(day)) {
            return publicHoliday(day);
        }
        return new DayStatus(Weekdays.MONDAY_TO_FRIDAY.contains(day) ? DayKind.WORKING_DAY : DayKind.WEEKEND, "");
    }

    public boolean isPublicHoliday(LocalDate day) {
        return publicHolidays.contains(day);
    }

    public boolean isInSchoolHolidays(LocalDate day) {
        requireLoaded(day);
        return holidays.stream().anyMatch(row -> row.contains(day));
    }

    /** Whether an {@code open} row of one of these scopes covers the day. */
    public boolean isOpened(LocalDate day, Predicate<String> scope) {
        return closures.stream().anyMatch(row -> row.opens() && scope.test(row.scope()) && row.covers(day));
    }

    /** Whether a {@code closed} row of one of these scopes covers the day. */
    public boolean isClosed(LocalDate day, Predicate<String> scope) {
        return closures.stream().anyMatch(row -> !row.opens() && scope.test(row.scope()) && row.covers(day));
    }

    public List<SchoolHolidays> holidays() {
        return holidays;
    }

    public List<Closure> closures() {
        return closures;
    }
}
