package fr.perisco.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of weekdays, written {@code mon,tue,thu,fri}.
 *
 * @param bits Monday is 1, Sunday 64
 */
public record Weekdays(int bits) {
    private static final List<String> CODES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final List<String> FRENCH =
            List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche");
    public static final Weekdays MONDAY_TO_FRIDAY = new Weekdays(31);
    public static final Weekdays EVERY_DAY = new Weekdays(127);

    public Weekdays {
        if (bits < 0 || bits > 127) {
            throw new IllegalArgumentException("a week has seven days");
        }
    }

    /** Reads a list of weekdays, English or French, three letters or the whole word; empty when one is unknown, or none is named. */
    public static Optional<Weekdays> parse(String text) {
        int bits = 0;
        for (String word : text.split("[,\\s]+")) {
            Optional<DayOfWeek> day = day(word);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            bits |= bit(day.get());
        }
        return bits == 0 ? Optional.empty() : Optional.of(new Weekdays(bits));
    }

    /** Reads one weekday, English or French, three letters or the whole word. */
    public static Optional<DayOfWeek> day(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < 7; i++) {
            DayOfWeek day = DayOfWeek.of(i + 1);
            if (lower.equals(CODES.get(i))
                    || lower.equalsIgnoreCase(day.name())
                    || lower.equals(FRENCH.get(i))
                    || lower.equals(FRENCH.get(i).substring(0, 3))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    public static String code(DayOfWeek day) {
        return CODES.get(day.getValue() - 1);
    }

    private static int bit(DayOfWeek day) {
        return 1 << (day.getValue() - 1);
    }

    public boolean contains(DayOfWeek day) {
        return (bits & bit(day)) != 0;
    }

    public boolean contains(LocalDate day) {
        return contains(day.getDayOfWeek());
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public static Weekdays of(DayOfWeek day) {
        return new Weekdays(bit(day));
    }

    public Weekdays union(Weekdays other) {
        return new Weekdays(bits | other.bits);
    }

    public Weekdays intersect(Weekdays other) {
        return new Weekdays(bits & other.bits);
    }

    public Weekdays minus(Weekdays other) {
        return new Weekdays(bits & ~other.bits);
    }

    /** These weekdays from one day to another, both included, in order. */
    public Stream<LocalDate> between(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? Stream.empty()
                : from.datesUntil(to.plusDays(1)).filter(this::contains);
    }

    public DaySet in(YearMonth month) {
        int days = 0;
        int weekday = month.atDay(1).getDayOfWeek().getValue() - 1;
        for (int day = 0; day < month.lengthOfMonth(); day++) {
            days |= (bits >> (weekday + day) % 7 & 1) << day;
        }
        return DaySet.ofBits(days);
    }

    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (contains(day)) {
                words.add(code(day));
            }
        }
        return String.join(",", words);
    }
}
