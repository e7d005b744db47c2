package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekdaysTest {
    @Test
    void aMonthHoldsTheDaysThatTheCalendarNames() {
        for (YearMonth month = YearMonth.of(2016, 1); month.getYear() < 2018; month = month.plusMonths(1)) {
            for (int bits = 0; bits < 128; bits++) {
                Weekdays weekdays = new Weekdays(bits);
                DaySet days = weekdays.in(month);
                assertThat(DaySet.allOf(month)
                                .days(month)
                                .filter(day -> weekdays.contains(day.getDayOfWeek()))
                                .toList())
                        .isEqualTo(days.days(month).toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon,tue,thu,fri | mon,tue,thu,fri",
                "lundi, mardi jeudi,VENDREDI | mon,tue,thu,fri",
                "fri mon | mon,fri",
                "Wednesday,sat | wed,sat",
                "mer,sam,dim | wed,sat,sun",
                "mon,lundi,Monday | mon",
            })
    void aListIsReadInEitherLanguage(String written, String read) {
        assertThat(Weekdays.parse(written)).map(Weekdays::toString).hasValue(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mon,,xyz", "lund", "m", "monday-friday", "1,2"})
    void whatNamesNoDayIsNotRead(String written) {
        assertThat(Weekdays.parse(written)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (int bits = 1; bits < 128; bits++) {
            assertThat(Weekdays.parse(new Weekdays(bits).toString())).hasValue(new Weekdays(bits));
        }
    }

    @Test
    void mondayToFridayLeavesTheWeekendOut() {
        for (DayOfWeek day : DayOfWeek.values()) {
            assertThat(Weekdays.MONDAY_TO_FRIDAY.contains(day))
                    .isEqualTo(day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY);
        }
    }
}
