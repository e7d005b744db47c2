package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/** Which ISO weeks a typical week names. */
public enum WeekParity {
    ALL,
    EVEN,
    ODD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WeekParity> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "all", "toutes" -> Optional.of(ALL);
            case "even", "paires" -> Optional.of(EVEN);
            case "odd", "impaires" -> Optional.of(ODD);
            default -> Optional.empty();
        };
    }

    public boolean names(LocalDate day) {
        return this == ALL || day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == (this == EVEN ? 0 : 1);
    }

    /** The days of the month that lie in weeks of this kind; one look at the calendar a week, not a day. */
    public DaySet in(YearMonth month) {
        if (this == ALL) {
            return DaySet.allOf(month);
        }
        DaySet days = DaySet.EMPTY;
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            if (names(monday)) {
                days = days.union(DaySet.between(month, monday, monday.plusDays(6)));
            }
        }
        return days;
    }
}
