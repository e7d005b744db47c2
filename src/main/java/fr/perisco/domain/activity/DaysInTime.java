package fr.perisco.domain.activity;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.SchoolCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** The days for which a request that arrives at one moment is in time. */
public final class DaysInTime {
    private record Question(DaySet days, NoticePeriod notice, YearMonth month) {}

    private final SchoolCalendar calendar;
    private final LocalDateTime arrival;
    private final Map<Question, DaySet> known = new HashMap<>();

    /**
     * @param arrival Europe/Paris wall time
     */
    public DaysInTime(SchoolCalendar calendar, LocalDateTime arrival) {
        this.calendar = calendar;
        this.arrival = arrival;
    }

    /** Those of the given days, all in the month, whose deadline is still to come; worked out once for all children. */
    public DaySet among(DaySet days, NoticePeriod notice, YearMonth month) {
        return known.computeIfAbsent(
                new Question(days, notice, month),
                question -> DaySet.ofBits(days.days(month)
                        .filter(day -> isInTime(day, notice))
                        .mapToInt(day -> DaySet.of(day).bits())
                        .sum()));
    }

    public boolean isInTime(LocalDate day, NoticePeriod notice) {
        return notice.deadline(day, calendar).isOpenAt(arrival);
    }
}
