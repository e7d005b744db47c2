package fr.perisco.domain.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year, from 1 September to 31 August, written {@code 2016-2017}.
 *
 * @param startYear the year of its September
 */
public record SchoolYear(int startYear) implements Comparable<SchoolYear> {
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{3})-(\\d{4})");

    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1);
    }

    /** Reads {@code 2016-2017}, two years that follow each other, from the year 1000 on; empty when the text is none. */
    public static Optional<SchoolYear> parse(String text) {
        Matcher years = WRITTEN.matcher(text.strip());
        if (!years.matches() || Integer.parseInt(years.group(2)) != Integer.parseInt(years.group(1)) + 1) {
            return Optional.empty();
        }
        return Optional.of(new SchoolYear(Integer.parseInt(years.group(1))));
    }

    public LocalDate firstDay() {
        return LocalDate.of(startYear, 9, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, 8, 31);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(startYear, other.startYear);
    }

    @Override
    public String toString() {
        return startYear + "-" + (startYear + 1);
    }
}
