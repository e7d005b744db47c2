package fr.perisco.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long before a day a request must arrive, as the office writes it: {@code 3 school-days 09:00},
 * {@code 2 working-days 12:00}, {@code 1 days 18:00}, {@code previous-week thu 12:00} or {@code none}.
 */
public sealed interface NoticePeriod {
    /** A day that was walked over on the way back, and whether it counted. */
    record Step(LocalDate day, DayStatus status, boolean counted) {}

    /** The days from the one asked for back to the one of the deadline; the last is that day. */
    List<Step> walkBack(LocalDate day, SchoolCalendar calendar);

    /**
     * The moment before which a request for this day must arrive (Europe/Paris wall time).
     *
     * @throws fr.perisco.domain.reason.Refused when it needs a school year that is not loaded
     */
    Deadline deadline(LocalDate day, SchoolCalendar calendar);

    NoticePeriod NONE = new None();

    static Optional<NoticePeriod> parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (written.equals("none")) {
            return Optional.of(NONE);
        }
        return Counted.parse(written).or(() -> PreviousWeek.parse(written));
    }

    /** No notice is asked for. */
    record None() implements NoticePeriod {
        @Override
        public List<Step> walkBack(LocalDate day, SchoolCalendar calendar) {
            return List.of();
        }

        @Override
        public Deadline deadline(LocalDate day, SchoolCalendar calendar) {
            return Deadline.NEVER;
        }

        @Override
        public String toString() {
            return "none";
        }
    }

    /** Which days count on the way back. */
    enum Counting {
        SCHOOL_DAYS("school-days", DayKind.SCHOOL_DAY, SchoolCalendar::statusOf),
        WORKING_DAYS("working-days", DayKind.WORKING_DAY, SchoolCalendar::workingStatusOf),
        DAYS("days", DayKind.ANY_DAY, (calendar, day) -> new DayStatus(DayKind.ANY_DAY, ""));

        private final String code;
        private final DayKind counted;
        private final BiFunction<SchoolCalendar, LocalDate, DayStatus> status;

        Counting(String code, DayKind counted, BiFunction<SchoolCalendar, LocalDate, DayStatus> status) {
            this.code = code;
            this.counted = counted;
            this.status = status;
        }
    }

    /**
     * A number of days strictly before the day.
     *
     * @param count 0 to 99; 0 only for {@link Counting#DAYS}, the day itself
     */
    record Counted(int count, Counting counting, LocalTime time) implements NoticePeriod {
        private static final Pattern WRITTEN =
                Pattern.compile("(\\d{1,2})\\s+(school-days|working-days|days)\\s+(\\d{1,2}:\\d{2})");

        static Optional<NoticePeriod> parse(String text) {
            Matcher parts = WRITTEN.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int count = Integer.parseInt(parts.group(1));
            Counting counting =
                    Counting.valueOf(parts.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
            if (count == 0 && counting != Counting.DAYS) {
                return Optional.empty();
            }
            return readTime(parts.group(3)).map(time -> new Counted(count, counting, time));
        }

        @Override
        public List<Step> walkBack(LocalDate day, SchoolCalendar calendar) {
            List<Step> steps = new ArrayList<>();
            int left = count;
            for (LocalDate back = day.minusDays(1); left > 0; back = back.minusDays(1)) {
                DayStatus status = counting.status.apply(calendar, back);
                boolean counted = status.kind() == counting.counted;
                steps.add(new Step(back, status, counted));
                left -= counted ? 1 : 0;
            }
            return steps;
        }

        @Override
        public Deadline deadline(LocalDate day, SchoolCalendar calendar) {
            List<Step> steps = walkBack(day, calendar);
            LocalDate last = steps.isEmpty() ? day : steps.get(steps.size() - 1).day();
            return Deadline.at(last.atTime(time));
        }

        @Override
        public String toString() {
            return count + " " + counting.code + " " + time;
        }
    }

    /** A weekday of the calendar week before the day's own. */
    record PreviousWeek(DayOfWeek weekday, LocalTime time) implements NoticePeriod {
        private static final Pattern WRITTEN = Pattern.compile("previous-week\\s+(\\p{L}+)\\s+(\\d{1,2}:\\d{2})");

        static Optional<NoticePeriod> parse(String text) {
            Matcher parts = WRITTEN.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            Optional<DayOfWeek> weekday = Weekdays.day(parts.group(1));
            Optional<LocalTime> time = readTime(parts.group(2));
            return weekday.isPresent() && time.isPresent()
                    ? Optional.of(new PreviousWeek(weekday.get(), time.get()))
                    : Optional.empty();
        }

        private LocalDate deadlineDay(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .minusWeeks(1)
                    .with(TemporalAdjusters.nextOrSame(weekday));
        }

        @Override
        public List<Step> walkBack(LocalDate day, SchoolCalendar calendar) {
            Function<LocalDate, Step> step =
                    back -> new Step(back, new DayStatus(DayKind.ANY_DAY, ""), back.equals(deadlineDay(day)));
            return deadlineDay(day)
                    .datesUntil(day)
                    .sorted(Comparator.reverseOrder())
                    .map(step)
                    .toList();
        }

        @Override
        public Deadline deadline(LocalDate day, SchoolCalendar calendar) {
            return Deadline.at(deadlineDay(day).atTime(time));
        }

        @Override
        public String toString() {
            return "previous-week " + Weekdays.code(weekday) + " " + time;
        }
    }

    private static Optional<LocalTime> readTime(String text) {
        String[] parts = text.split(":");
        int hour = Integer.parseInt(parts[0]);
        int minute = Integer.parseInt(parts[1]);
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
