package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
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

    public DaySet in(YearMonth month) {
        DaySet all = DaySet.allOf(month);
        return this == ALL
                ? all
                : DaySet.ofBits(all.days(month)
                        .filter(this::names)
                        .mapToInt(day -> DaySet.of(day).bits())
                        .sum());
    }
}
