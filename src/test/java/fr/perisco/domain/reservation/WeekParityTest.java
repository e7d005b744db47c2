package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Even and odd ISO weeks, and the typical weeks that name them. */
class WeekParityTest {
    /** The number of a day's week: how many weeks its Thursday lies after the first Thursday of that Thursday's year. */
    private static long weekOf(LocalDate day) {
        LocalDate thursday = day.with(DayOfWeek.THURSDAY);
        return ChronoUnit.DAYS.between(thursday.withDayOfYear(1), thursday) / 7 + 1;
    }

    @Test
    void everyDayOfThirtyYearsLiesInAnEvenOrAnOddWeek() {
        for (YearMonth month = YearMonth.of(2010, 1); month.getYear() < 2040; month = month.plusMonths(1)) {
            DaySet even = WeekParity.EVEN.in(month);
            DaySet odd = WeekParity.ODD.in(month);
            assertThat(even.intersect(odd)).isEqualTo(DaySet.EMPTY);
            assertThat(even.union(odd)).isEqualTo(DaySet.allOf(month)).isEqualTo(WeekParity.ALL.in(month));
            for (LocalDate day : DaySet.allOf(month).days(month).toList()) {
                assertThat(even.contains(day)).as("%s", day).isEqualTo(weekOf(day) % 2 == 0);
                assertThat(WeekParity.EVEN.names(day)).isEqualTo(weekOf(day) % 2 == 0);
                assertThat(WeekParity.ODD.names(day)).isEqualTo(weekOf(day) % 2 == 1);
                assertThat(WeekParity.ALL.names(day)).isTrue();
            }
        }
    }

    @Test
    void theLastWeekOfAYearMayRunIntoTheNext() {
        LocalDate sunday = LocalDate.of(2017, 1, 1);
        assertThat(WeekParity.EVEN.names(sunday)).isTrue(); // week 52 of 2016
        assertThat(WeekParity.ODD.names(sunday.plusDays(1))).isTrue();
        assertThat(WeekParity.ODD.names(LocalDate.of(2021, 1, 3))).isTrue(); // week 53, and week 1 comes next
        assertThat(WeekParity.ODD.names(LocalDate.of(2021, 1, 4))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', ALL", "all, ALL", "Toutes, ALL", "even, EVEN", "paires, EVEN", "ODD, ODD", "' impaires ', ODD"})
    void itIsReadInEitherLanguage(String written, WeekParity parity) {
        assertThat(WeekParity.parse(written)).hasValue(parity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "pair", "every", "even,odd"})
    void anythingElseIsNotRead(String written) {
        assertThat(WeekParity.parse(written)).isEmpty();
    }

    @Test
    void aTypicalWeekNamesItsWeekdaysInItsWeeksInsideItsPeriod() {
        Dice.rolls(500, dice -> {
            LocalDate from = dice.dayBetween(LocalDate.of(2016, 10, 1), LocalDate.of(2017, 2, 28));
            LocalDate to = dice.dayBetween(from, from.plusDays(90));
            Weekdays weekdays = new Weekdays(dice.between(1, 127));
            WeekParity weeks = dice.oneOf(List.of(WeekParity.values()));
            YearMonth month = YearMonth.of(2016, 12);
            DaySet named = new TypicalWeek(1, 1, null, from, to, weekdays, weeks).in(month);
            for (LocalDate day : DaySet.allOf(month).days(month).toList()) {
                boolean inWeek = weeks == WeekParity.ALL || (weeks == WeekParity.EVEN) == (weekOf(day) % 2 == 0);
                assertThat(named.contains(day))
                        .isEqualTo(inWeek
                                && !day.isBefore(from)
                                && !day.isAfter(to)
                                && weekdays.contains(day.getDayOfWeek()));
            }
        });
    }

    @Test
    void aTypicalWeekIsKnownByChildUnitAndFirstDay() {
        LocalDate from = LocalDate.of(2016, 11, 3);
        TypicalWeek week = new TypicalWeek(1, 2, null, from, from, Weekdays.MONDAY_TO_FRIDAY, WeekParity.ALL);
        assertThat(week.hasKeyOf(new TypicalWeek(1, 2, 9L, from, from.plusDays(9), new Weekdays(1), WeekParity.EVEN)))
                .isTrue();
        assertThat(List.of(
                        new TypicalWeek(7, 2, null, from, from, Weekdays.MONDAY_TO_FRIDAY, WeekParity.ALL),
                        new TypicalWeek(1, 7, null, from, from, Weekdays.MONDAY_TO_FRIDAY, WeekParity.ALL),
                        new TypicalWeek(
                                1, 2, null, from.minusDays(1), from, Weekdays.MONDAY_TO_FRIDAY, WeekParity.ALL)))
                .noneMatch(week::hasKeyOf);
    }

    @Test
    void aTypicalWeekWithoutAPayerBooksInAnyFamilysRegistration() {
        LocalDate day = LocalDate.of(2016, 11, 3);
        TypicalWeek anybodys = new TypicalWeek(1, 2, null, day, day, Weekdays.MONDAY_TO_FRIDAY, WeekParity.ALL);
        TypicalWeek theirs = new TypicalWeek(1, 2, 500L, day, day, Weekdays.MONDAY_TO_FRIDAY, WeekParity.ALL);
        assertThat(anybodys.isPaidBy(500)).isTrue();
        assertThat(theirs.isPaidBy(500)).isTrue();
        assertThat(theirs.isPaidBy(501)).isFalse();
    }
}
