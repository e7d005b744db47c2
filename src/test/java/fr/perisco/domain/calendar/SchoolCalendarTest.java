package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 4.1 of the contract. */
class SchoolCalendarTest {
    private static final NoticePeriod THREE_SCHOOL_DAYS =
            NoticePeriod.parse("3 school-days 09:00").orElseThrow();
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 28);
    private static final LocalDate THURSDAY_BEFORE = LocalDate.of(2016, 11, 24);
    private static final LocalDate SATURDAY = LocalDate.of(2016, 11, 26);
    private static final LocalDate ARMISTICE = LocalDate.of(2016, 11, 11);

    private static Closure closed(String scope, LocalDate from, LocalDate to) {
        return new Closure(from, to, scope, false, "Grève");
    }

    private static Closure open(String scope, LocalDate from, LocalDate to) {
        return new Closure(from, to, scope, true, "Rattrapage");
    }

    private static LocalDate lastDayFor(LocalDate day, Closure... closures) {
        return Objects.requireNonNull(THREE_SCHOOL_DAYS
                        .deadline(day, MinistryCalendar.zoneA(closures))
                        .moment())
                .toLocalDate();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mon,tue,wed,thu,fri", "mon,tue,thu,fri", "mon,tue,wed,thu,fri,sat"})
    void everyDayOfTheLoadedYearsIsCountedTheSameWay(String schoolWeek) {
        Weekdays weekdays = Weekdays.parse(schoolWeek).orElseThrow();
        for (String zone : MinistryCalendar.ZONES) {
            SchoolCalendar calendar = MinistryCalendar.of(zone, weekdays);
            SchoolDayCounter counter = new SchoolDayCounter(zone, weekdays);
            MinistryCalendar.FIRST_DAY
                    .datesUntil(MinistryCalendar.LAST_DAY.plusDays(1))
                    .filter(calendar::isLoaded)
                    .forEach(day -> assertThat(calendar.isSchoolDay(day))
                            .as("%s %s", zone, day)
                            .isEqualTo(counter.isSchoolDay(day)));
        }
    }

    @Test
    void holidaysBeginAfterClassAndEndOnAMorning() {
        for (String zone : MinistryCalendar.ZONES) {
            SchoolCalendar calendar = MinistryCalendar.of(zone, Weekdays.MONDAY_TO_FRIDAY);
            for (SchoolHolidays row : calendar.holidays()) {
                for (LocalDate end : List.of(row.startsOn(), row.endsOn())) {
                    boolean ordinary = Weekdays.MONDAY_TO_FRIDAY.contains(end) && !calendar.isPublicHoliday(end);
                    if (calendar.isLoaded(end)) {
                        assertThat(calendar.isSchoolDay(end)).as("%s", end).isEqualTo(ordinary);
                        assertThat(calendar.isInSchoolHolidays(end)).isFalse();
                    }
                }
            }
        }
    }

    @Test
    void wednesday19October2016IsASchoolDay() {
        assertThat(MinistryCalendar.zoneA().isSchoolDay(LocalDate.of(2016, 10, 19)))
                .isTrue();
    }

    @Test
    void aDaySaysWhyItIsNoSchoolDay() {
        SchoolCalendar calendar = MinistryCalendar.zoneA(closed(Closure.SCHOOL, THURSDAY_BEFORE, THURSDAY_BEFORE));
        assertThat(calendar.statusOf(MONDAY)).isEqualTo(new DayStatus(DayKind.SCHOOL_DAY, ""));
        assertThat(calendar.statusOf(SATURDAY)).isEqualTo(new DayStatus(DayKind.WEEKEND, ""));
        assertThat(calendar.statusOf(ARMISTICE)).isEqualTo(new DayStatus(DayKind.PUBLIC_HOLIDAY, "armistice-1918"));
        assertThat(calendar.statusOf(THURSDAY_BEFORE)).isEqualTo(new DayStatus(DayKind.SCHOOL_CLOSED, "Grève"));
        assertThat(calendar.statusOf(LocalDate.of(2016, 10, 20)))
                .isEqualTo(new DayStatus(DayKind.SCHOOL_HOLIDAYS, "Vacances de la Toussaint"));
    }

    @Test
    void aClosedSchoolMovesTheDeadline() {
        assertThat(lastDayFor(MONDAY)).isEqualTo(LocalDate.of(2016, 11, 23));
        assertThat(lastDayFor(MONDAY, closed(Closure.SCHOOL, THURSDAY_BEFORE, THURSDAY_BEFORE)))
                .isEqualTo(LocalDate.of(2016, 11, 22));
    }

    @Test
    void aClosedOfficeOrActivityClosesNoSchool() {
        assertThat(lastDayFor(
                        MONDAY,
                        closed(Closure.ALL, THURSDAY_BEFORE, THURSDAY_BEFORE),
                        closed("CANTINE", THURSDAY_BEFORE, THURSDAY_BEFORE)))
                .isEqualTo(LocalDate.of(2016, 11, 23));
    }

    @Test
    void anOpeningLiftsAClosureOfTheSchool() {
        Closure strike = closed(Closure.SCHOOL, THURSDAY_BEFORE.minusDays(3), THURSDAY_BEFORE);
        assertThat(lastDayFor(MONDAY, strike)).isEqualTo(LocalDate.of(2016, 11, 17));
        assertThat(lastDayFor(MONDAY, strike, open(Closure.SCHOOL, THURSDAY_BEFORE, THURSDAY_BEFORE)))
                .isEqualTo(LocalDate.of(2016, 11, 18));
        assertThat(lastDayFor(MONDAY, strike, open(Closure.ALL, THURSDAY_BEFORE, THURSDAY_BEFORE)))
                .isEqualTo(LocalDate.of(2016, 11, 17));
    }

    @Test
    void anOpeningMakesASaturdayASchoolDay() {
        assertThat(lastDayFor(MONDAY, open(Closure.SCHOOL, SATURDAY, SATURDAY))).isEqualTo(THURSDAY_BEFORE);
        assertThat(lastDayFor(MONDAY, open(Closure.ALL, SATURDAY, SATURDAY))).isEqualTo(LocalDate.of(2016, 11, 23));
    }

    @Test
    void anOpeningLiftsNeitherAPublicHolidayNorTheHolidays() {
        LocalDate inHolidays = LocalDate.of(2016, 10, 20);
        SchoolCalendar calendar = MinistryCalendar.zoneA(
                open(Closure.SCHOOL, ARMISTICE, ARMISTICE), open(Closure.SCHOOL, inHolidays, inHolidays));
        assertThat(calendar.isSchoolDay(ARMISTICE)).isFalse();
        assertThat(calendar.isSchoolDay(inHolidays)).isFalse();
    }

    /** Closures anywhere in the year; an opening wins over a closure. */
    @Test
    void anyClosuresLeaveTheDaysThatTheRuleNames() {
        SchoolDayCounter schoolWeek = new SchoolDayCounter("Zone A", Weekdays.MONDAY_TO_FRIDAY);
        SchoolDayCounter wholeWeek = new SchoolDayCounter("Zone A", new Weekdays(127));
        Dice.rolls(100, dice -> {
            List<Closure> closures = new ArrayList<>();
            for (int i = dice.between(0, 8); i > 0; i--) {
                LocalDate from = dice.dayBetween(LocalDate.of(2016, 9, 1), LocalDate.of(2017, 8, 1));
                String scope = dice.oneOf(List.of(Closure.SCHOOL, Closure.SCHOOL, Closure.ALL, "CANTINE"));
                closures.add(new Closure(from, from.plusDays(dice.between(0, 30)), scope, dice.oneIn(3), ""));
            }
            Set<LocalDate> opened = schoolDaysOf(closures, true);
            Set<LocalDate> closed = schoolDaysOf(closures, false);
            SchoolCalendar calendar = MinistryCalendar.zoneA(closures.toArray(Closure[]::new));
            LocalDate.of(2016, 9, 1)
                    .datesUntil(LocalDate.of(2017, 9, 1))
                    .forEach(day -> assertThat(calendar.isSchoolDay(day))
                            .as("%s %s", day, closures)
                            .isEqualTo(
                                    opened.contains(day)
                                            ? wholeWeek.isSchoolDay(day)
                                            : schoolWeek.isSchoolDay(day) && !closed.contains(day)));
        });
    }

    private static Set<LocalDate> schoolDaysOf(List<Closure> closures, boolean opened) {
        return closures.stream()
                .filter(row -> row.scope().equals("school") && row.opens() == opened)
                .flatMap(row -> row.from().datesUntil(row.to().plusDays(1)))
                .collect(Collectors.toSet());
    }

    @Test
    void aSchoolYearRunsFromTheFirstOfSeptemberToTheLastOfAugust() {
        assertThat(SchoolYear.of(LocalDate.of(2016, 8, 31))).hasToString("2015-2016");
        assertThat(SchoolYear.of(LocalDate.of(2016, 9, 1))).hasToString("2016-2017");
        SchoolCalendar calendar = MinistryCalendar.zoneA();
        assertThat(calendar.isLoaded(LocalDate.of(2017, 8, 31))).isTrue();
        assertThat(calendar.isLoaded(LocalDate.of(2017, 9, 1))).isFalse();
        assertThat(calendar.loadedYears())
                .extracting(SchoolYear::toString)
                .containsExactly("2016-2017", "2025-2026", "2026-2027");
    }

    @Test
    void aDayOutsideTheLoadedYearsIsRefusedWithTheNameOfItsYear() {
        SchoolCalendar calendar = MinistryCalendar.zoneA();
        for (LocalDate day : List.of(LocalDate.of(2017, 9, 1), LocalDate.of(2018, 8, 31))) {
            Reason missing = Reason.of("calendar.not-loaded", "2017-2018", day);
            assertThatThrownBy(() -> calendar.statusOf(day))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reasons()).containsExactly(missing));
            assertThatThrownBy(() -> calendar.isInSchoolHolidays(day)).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016", "2016-17", "2016-2018", "2017-2016", "2016/2017", ""})
    void whatIsNoSchoolYearIsNotRead(String written) {
        assertThat(SchoolYear.parse(written)).isEmpty();
    }
}
