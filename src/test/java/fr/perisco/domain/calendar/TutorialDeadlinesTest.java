package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.reason.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** G12: The tables of the tutorial, on the calendar of zone A, 2016-2017. */
class TutorialDeadlinesTest {
    private static final NoticePeriod THREE_SCHOOL_DAYS =
            NoticePeriod.parse("3 school-days 09:00").orElseThrow();
    private static final SchoolYear YEAR = new SchoolYear(2016);
    private static final SchoolCalendar CALENDAR = new SchoolCalendar(
            Weekdays.MONDAY_TO_FRIDAY,
            new PublicHolidays(false),
            List.of(
                    holidays("Toussaint", LocalDate.of(2016, 10, 19), LocalDate.of(2016, 11, 3)),
                    holidays("Noël", LocalDate.of(2016, 12, 17), LocalDate.of(2017, 1, 3)),
                    holidays("Ascension", LocalDate.of(2017, 5, 24), LocalDate.of(2017, 5, 29))),
            List.of());

    private static SchoolHolidays holidays(String name, LocalDate starts, LocalDate ends) {
        return new SchoolHolidays(YEAR, name, "Zone A", starts, ends);
    }

    private static LocalDateTime deadline(LocalDate day) {
        LocalDateTime moment = THREE_SCHOOL_DAYS.deadline(day, CALENDAR).moment();
        assertThat(moment).isNotNull();
        return moment;
    }

    @ParameterizedTest
    @CsvSource({
        "2016-11-28, 2016-11-23", // Monday, Wednesday before
        "2016-11-29, 2016-11-24", // Tuesday, Thursday before
        "2016-11-30, 2016-11-25", // Wednesday, Friday before
        "2016-12-01, 2016-11-28", // Thursday, Monday before
        "2016-12-02, 2016-11-29", // Friday, Tuesday before
    })
    void theFiveRowsOfAFullWeek(LocalDate day, LocalDate lastDay) {
        assertThat(deadline(day)).isEqualTo(lastDay.atTime(9, 0));
    }

    @Test
    void theFirstDayAfterTheHolidaysCountsBackOverThem() {
        assertThat(deadline(LocalDate.of(2016, 11, 3))).isEqualTo(LocalDateTime.of(2016, 10, 17, 9, 0));
    }

    @Test
    void theDayOnWhichHolidaysBeginIsASchoolDayAndSoIsTheDayTheyEnd() {
        assertThat(CALENDAR.isSchoolDay(LocalDate.of(2016, 10, 19))).isTrue();
        assertThat(CALENDAR.isSchoolDay(LocalDate.of(2016, 10, 20))).isFalse();
        assertThat(CALENDAR.isSchoolDay(LocalDate.of(2016, 11, 2))).isFalse();
        assertThat(CALENDAR.isSchoolDay(LocalDate.of(2016, 11, 3))).isTrue();
        assertThat(CALENDAR.isSchoolDay(LocalDate.of(2017, 5, 26))).isFalse();
    }

    @Test
    void cutOffIsExclusive() {
        Deadline deadline = THREE_SCHOOL_DAYS.deadline(LocalDate.of(2016, 11, 28), CALENDAR);
        assertThat(deadline.isOpenAt(LocalDateTime.of(2016, 11, 23, 8, 59, 59))).isTrue();
        assertThat(deadline.isOpenAt(LocalDateTime.of(2016, 11, 23, 9, 0, 0))).isFalse();
    }

    @Test
    void outsideTheLoadedYearsNothingIsComputed() {
        assertThatThrownBy(() -> CALENDAR.isSchoolDay(LocalDate.of(2017, 9, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2017-2018");
        assertThatThrownBy(() -> THREE_SCHOOL_DAYS.deadline(LocalDate.of(2016, 9, 2), CALENDAR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2015-2016");
    }

    @Test
    void everyFormOfNoticeIsReadAndWrittenBack() {
        for (String written : List.of(
                "3 school-days 09:00", "2 working-days 12:00", "1 days 18:00", "previous-week thu 12:00", "none")) {
            assertThat(NoticePeriod.parse(written)).map(Object::toString).hasValue(written);
        }
        assertThat(NoticePeriod.parse("3 school days")).isEmpty();
        assertThat(NoticePeriod.parse("0 school-days 09:00")).isEmpty();
    }

    @Test
    void previousWeekIsTheCalendarWeekBefore() {
        NoticePeriod notice = NoticePeriod.parse("previous-week thu 12:00").orElseThrow();
        assertThat(notice.deadline(LocalDate.of(2016, 11, 30), CALENDAR).moment())
                .isEqualTo(LocalDateTime.of(2016, 11, 24, 12, 0));
        assertThat(notice.deadline(LocalDate.of(2016, 11, 28), CALENDAR).moment())
                .isEqualTo(LocalDateTime.of(2016, 11, 24, 12, 0));
    }
}
