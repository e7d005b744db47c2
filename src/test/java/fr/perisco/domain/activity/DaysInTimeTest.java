package fr.perisco.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.MinistryCalendar;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.SchoolCalendar;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DaysInTimeTest {
    private static final SchoolCalendar CALENDAR = MinistryCalendar.zoneA();
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final NoticePeriod THREE_SCHOOL_DAYS =
            NoticePeriod.parse("3 school-days 09:00").orElseThrow();

    @Test
    void oneSecondMakesADayLate() {
        DaySet days = DaySet.of(28).union(DaySet.of(29));
        DaysInTime before = new DaysInTime(CALENDAR, LocalDateTime.of(2016, 11, 23, 8, 59, 59));
        DaysInTime after = new DaysInTime(CALENDAR, LocalDateTime.of(2016, 11, 23, 9, 0));
        assertThat(before.among(days, THREE_SCHOOL_DAYS, NOVEMBER)).isEqualTo(days);
        assertThat(after.among(days, THREE_SCHOOL_DAYS, NOVEMBER)).isEqualTo(DaySet.of(29));
    }

    /** One question after the other: an answer that is kept must not serve another question. */
    @Test
    void aSetHoldsTheDaysThatAreInTimeOneByOne() {
        List<NoticePeriod> notices = Stream.of(
                        "3 school-days 09:00", "2 working-days 12:00", "previous-week thu 12:00", "none")
                .map(written -> NoticePeriod.parse(written).orElseThrow())
                .toList();
        Dice.rolls(50, dice -> {
            LocalDateTime arrival =
                    NOVEMBER.atDay(1).minusDays(10).atStartOfDay().plusMinutes(dice.between(0, 60_000));
            DaysInTime inTime = new DaysInTime(CALENDAR, arrival);
            for (int question = 0; question < 10; question++) {
                NoticePeriod notice = dice.oneOf(notices);
                YearMonth month = NOVEMBER.plusMonths(dice.between(0, 1));
                DaySet days = dice.daysOf(month);
                assertThat(inTime.among(days, notice, month).days(month))
                        .isEqualTo(days.days(month)
                                .filter(day -> notice.deadline(day, CALENDAR).isOpenAt(arrival))
                                .toList());
            }
        });
    }
}
