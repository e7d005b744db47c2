package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.calendar.NoticePeriod.Step;
import fr.perisco.domain.reason.Refused;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** G12: Rule 4.3 of the contract. */
class NoticePeriodTest {
    private static final SchoolCalendar CALENDAR = MinistryCalendar.zoneA();

    private static NoticePeriod notice(String written) {
        return NoticePeriod.parse(written).orElseThrow();
    }

    private static @Nullable LocalDateTime deadline(String written, LocalDate day) {
        return notice(written).deadline(day, CALENDAR).moment();
    }

    private static List<LocalDate> everyLoadedDay() {
        return MinistryCalendar.FIRST_DAY
                .datesUntil(MinistryCalendar.LAST_DAY.plusDays(1))
                .filter(CALENDAR::isLoaded)
                .toList();
    }

    private static Optional<LocalDateTime> computed(NoticePeriod notice, LocalDate day, SchoolCalendar calendar) {
        try {
            return Optional.ofNullable(notice.deadline(day, calendar).moment());
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mon,tue,wed,thu,fri", "mon,tue,thu,fri", "mon,tue,wed,thu,fri,sat"})
    void forEveryDayTheNthSchoolDayBeforeItIsTheLast(String schoolWeek) {
        Weekdays weekdays = Weekdays.parse(schoolWeek).orElseThrow();
        for (String zone : MinistryCalendar.ZONES) {
            SchoolCalendar calendar = MinistryCalendar.of(zone, weekdays);
            SchoolDayCounter counter = new SchoolDayCounter(zone, weekdays);
            for (int count : new int[] {1, 2, 3, 5, 20}) {
                NoticePeriod notice = notice(count + " school-days 09:00");
                for (LocalDate day : everyLoadedDay()) {
                    assertThat(computed(notice, day, calendar))
                            .as("%s, %d before %s", zone, count, day)
                            .isEqualTo(counter.before(day, count).map(last -> last.atTime(9, 0)));
                }
            }
        }
    }

    @Test
    void forEveryDayTheNthWorkingDayBeforeItIsTheLast() {
        List<LocalDate> working = new ArrayList<>(LocalDate.of(2016, 8, 1)
                .datesUntil(LocalDate.of(2027, 9, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList());
        working.removeAll(MinistryCalendar.publicHolidays(false));
        int next = 0;
        for (LocalDate day :
                MinistryCalendar.FIRST_DAY.datesUntil(MinistryCalendar.LAST_DAY).toList()) {
            while (working.get(next).isBefore(day)) {
                next++;
            }
            assertThat(deadline("2 working-days 12:00", day))
                    .isEqualTo(working.get(next - 2).atTime(12, 0));
        }
    }

    @Test
    void plainDaysAllCount() {
        for (LocalDate day : everyLoadedDay()) {
            assertThat(deadline("1 days 18:00", day)).isEqualTo(day.minusDays(1).atTime(18, 0));
            assertThat(deadline("0 days 07:30", day)).isEqualTo(day.atTime(7, 30));
            assertThat(deadline("99 days 00:00", day))
                    .isEqualTo(day.minusDays(99).atStartOfDay());
        }
    }

    @Test
    void thePreviousWeekIsThatOfTheCalendar() {
        for (LocalDate day : everyLoadedDay()) {
            for (DayOfWeek weekday : DayOfWeek.values()) {
                assertThat(deadline("previous-week " + Weekdays.code(weekday) + " 12:00", day))
                        .isEqualTo(day.minusWeeks(1).with(weekday).atTime(12, 0));
            }
        }
    }

    @Test
    void withoutNoticeNothingIsLate() {
        Deadline deadline = NoticePeriod.NONE.deadline(LocalDate.of(2016, 11, 28), CALENDAR);
        assertThat(deadline.isOpenAt(LocalDateTime.of(2030, 1, 1, 0, 0))).isTrue();
    }

    @Test
    void theWayBackShowsEachDayAndWhetherItCounts() {
        for (String written : List.of("3 school-days 09:00", "2 working-days 12:00", "4 days 18:00")) {
            for (LocalDate day :
                    List.of(LocalDate.of(2016, 11, 3), LocalDate.of(2017, 5, 30), LocalDate.of(2026, 1, 6))) {
                List<Step> steps = notice(written).walkBack(day, CALENDAR);
                for (int i = 0; i < steps.size(); i++) {
                    assertThat(steps.get(i).day()).isEqualTo(day.minusDays(i + 1L));
                }
                Step last = steps.get(steps.size() - 1);
                assertThat(last.counted()).isTrue();
                assertThat(deadline(written, day))
                        .isNotNull()
                        .satisfies(moment -> assertThat(moment.toLocalDate()).isEqualTo(last.day()));
                assertThat(steps.stream().filter(Step::counted)).hasSize(Integer.parseInt(written.substring(0, 1)));
            }
        }
    }

    @Test
    void fromTheThirdOfNovemberTheWayBackCrossesTheHolidays() {
        assertThat(notice("3 school-days 09:00").walkBack(LocalDate.of(2016, 11, 3), CALENDAR))
                .filteredOn(Step::counted)
                .extracting(Step::day)
                .containsExactly(LocalDate.of(2016, 10, 19), LocalDate.of(2016, 10, 18), LocalDate.of(2016, 10, 17));
    }

    @Test
    void oneSecondBeforeIsInTimeAndTheMomentItselfIsLate() {
        LocalDateTime moment = LocalDateTime.of(2016, 11, 23, 9, 0);
        Deadline deadline = Deadline.at(moment);
        assertThat(deadline.isOpenAt(moment.minusNanos(1))).isTrue();
        assertThat(deadline.isOpenAt(moment.minusSeconds(1))).isTrue();
        assertThat(deadline.isOpenAt(moment)).isFalse();
        assertThat(deadline.isOpenAt(moment.plusSeconds(1))).isFalse();
    }

    /** On 26 March 2017 there is no half past two, on 30 October 2016 there are two. */
    @ParameterizedTest
    @CsvSource({"2017-03-27, 2017-03-26T02:30", "2016-10-31, 2016-10-30T02:30"})
    void whenTheClocksChangeTheTimeOnTheWallCounts(LocalDate day, LocalDateTime moment) {
        Deadline deadline = notice("1 days 02:30").deadline(day, CALENDAR);
        assertThat(deadline.moment()).isEqualTo(moment);
        assertThat(deadline.isOpenAt(moment.withMinute(29))).isTrue();
        assertThat(deadline.isOpenAt(moment.withHour(3).withMinute(0))).isFalse();
    }

    @Test
    void tooFewLoadedSchoolDaysAreRefusedWithTheNameOfTheMissingYear() {
        NoticePeriod notice = notice("3 school-days 09:00");
        assertThatThrownBy(() -> notice.deadline(LocalDate.of(2016, 9, 5), CALENDAR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2015-2016");
        assertThat(notice.deadline(LocalDate.of(2016, 9, 6), CALENDAR).moment())
                .isEqualTo(LocalDateTime.of(2016, 9, 1, 9, 0));
        assertThatThrownBy(() -> notice.deadline(LocalDate.of(2025, 9, 1), CALENDAR))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2024-2025");
    }

    @Test
    void workingDaysAndPlainDaysNeedNoSchoolYear() {
        assertThat(deadline("2 working-days 12:00", LocalDate.of(2020, 5, 4)))
                .isEqualTo(LocalDateTime.of(2020, 4, 29, 12, 0)); // 1 May is a Friday
        assertThat(deadline("1 days 18:00", LocalDate.of(2020, 5, 4))).isEqualTo(LocalDateTime.of(2020, 5, 3, 18, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "3 school-days 09:00, 3 school-days 09:00",
        "3 School-Days 9:00, 3 school-days 09:00",
        "'  10   school-days   00:00 ', 10 school-days 00:00",
        "2 working-days 12:00, 2 working-days 12:00",
        "1 days 18:00, 1 days 18:00",
        "0 days 23:59, 0 days 23:59",
        "99 days 1:05, 99 days 01:05",
        "previous-week thu 12:00, previous-week thu 12:00",
        "previous-week Jeudi 12:00, previous-week thu 12:00",
        "PREVIOUS-WEEK  SUNDAY 7:00, previous-week sun 07:00",
        "none, none",
        "' None ', none",
    })
    void aNoticeIsReadAndWrittenInOneForm(String written, String form) {
        assertThat(NoticePeriod.parse(written)).map(Object::toString).hasValue(form);
        assertThat(NoticePeriod.parse(form)).isEqualTo(NoticePeriod.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "3 school-days",
                "school-days 09:00",
                "3 schooldays 09:00",
                "3 school days 09:00",
                "3 school-day 09:00",
                "3 school-days 9h00",
                "3 school-days 9",
                "3 school-days 09:0",
                "3 school-days 24:00",
                "3 school-days 09:60",
                "3 school-days 09:00:00",
                "3 school-days 09:00 please",
                "0 school-days 09:00",
                "0 working-days 09:00",
                "-1 days 09:00",
                "1.5 days 09:00",
                "100 days 09:00",
                "previous-week 12:00",
                "previous-week thu",
                "previous-week xyz 12:00",
                "previous-week thu 25:00",
                "none 12:00",
                "no"
            })
    void whatIsNoNoticeIsNotRead(String written) {
        assertThat(NoticePeriod.parse(written)).isEmpty();
    }
}
