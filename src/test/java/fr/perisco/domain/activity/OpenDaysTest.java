package fr.perisco.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.calendar.MinistryCalendar;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 4.2 of the contract. */
class OpenDaysTest {
    private static final Activity CANTEEN = Offer.activity(1, "CANTINE", "none");
    private static final Unit MEAL = Offer.unit(1, CANTEEN, Offer.opening("mon,tue,thu,fri", Term.SCHOOL, null));
    private static final Unit CENTRE = Offer.unit(2, CANTEEN, Offer.opening("mon,tue,thu,fri", Term.HOLIDAYS, null));
    private static final Unit BOTH = Offer.unit(3, CANTEEN, Offer.opening("mon,tue,thu,fri", Term.BOTH, null));
    private static final LocalDate THURSDAY = LocalDate.of(2016, 11, 24);
    private static final LocalDate WEDNESDAY = LocalDate.of(2016, 11, 23);
    private static final LocalDate SATURDAY = LocalDate.of(2016, 11, 26);
    private static final LocalDate ARMISTICE = LocalDate.of(2016, 11, 11);
    private static final LocalDate IN_HOLIDAYS = LocalDate.of(2016, 10, 27);

    private static Closure closed(String scope, LocalDate day) {
        return new Closure(day, day, scope, false, "Grève");
    }

    private static Closure open(String scope, LocalDate day) {
        return new Closure(day, day, scope, true, "Rattrapage");
    }

    private static boolean isOpen(Unit unit, LocalDate day, Closure... closures) {
        return new OpenDays(MinistryCalendar.zoneA(closures)).isOpen(unit, day);
    }

    private static String whyClosed(Unit unit, LocalDate day, Closure... closures) {
        return new OpenDays(MinistryCalendar.zoneA(closures))
                .whyClosed(unit, day)
                .map(Reason::code)
                .orElse("open");
    }

    @Test
    void aUnitOfTheSchoolTermIsOpenOnItsWeekdaysWhenThereIsSchool() {
        assertThat(whyClosed(MEAL, THURSDAY)).isEqualTo("open");
        assertThat(whyClosed(MEAL, WEDNESDAY)).isEqualTo("closed.weekday");
        assertThat(whyClosed(MEAL, SATURDAY)).isEqualTo("closed.weekday");
        assertThat(whyClosed(MEAL, ARMISTICE)).isEqualTo("closed.public-holiday");
        assertThat(whyClosed(MEAL, IN_HOLIDAYS)).isEqualTo("closed.school-holidays");
        assertThat(whyClosed(MEAL, THURSDAY, closed(Closure.SCHOOL, THURSDAY))).isEqualTo("closed.school-closed");
    }

    @Test
    void aUnitOfTheHolidaysIsOpenInsideThemOnly() {
        assertThat(whyClosed(CENTRE, IN_HOLIDAYS)).isEqualTo("open");
        assertThat(whyClosed(CENTRE, THURSDAY)).isEqualTo("closed.school-term");
        assertThat(whyClosed(CENTRE, LocalDate.of(2016, 11, 1))).isEqualTo("closed.public-holiday");
        assertThat(whyClosed(CENTRE, IN_HOLIDAYS, closed(Closure.SCHOOL, IN_HOLIDAYS)))
                .isEqualTo("open");
    }

    @Test
    void theDaysOnWhichHolidaysBeginAndEndBelongToTheSchoolTerm() {
        LocalDate lastOfSchool = LocalDate.of(2016, 10, 19);
        LocalDate firstOfSchool = LocalDate.of(2016, 11, 3);
        Unit daily = Offer.unit(4, CANTEEN, Offer.opening("mon,tue,wed,thu,fri", Term.HOLIDAYS, null));
        assertThat(isOpen(daily, lastOfSchool)).isFalse();
        assertThat(isOpen(daily, lastOfSchool.plusDays(1))).isTrue();
        assertThat(isOpen(daily, firstOfSchool.minusDays(1))).isTrue();
        assertThat(isOpen(daily, firstOfSchool)).isFalse();
        assertThat(isOpen(MEAL, firstOfSchool)).isTrue();
    }

    @Test
    void aClosureClosesItsScope() {
        assertThat(whyClosed(MEAL, THURSDAY, closed(Closure.ALL, THURSDAY))).isEqualTo("closed.closure");
        assertThat(whyClosed(MEAL, THURSDAY, closed("CANTINE", THURSDAY))).isEqualTo("closed.closure");
        assertThat(whyClosed(MEAL, THURSDAY, closed("ACCUEILS", THURSDAY))).isEqualTo("open");
        assertThat(whyClosed(CENTRE, IN_HOLIDAYS, closed(Closure.ALL, IN_HOLIDAYS)))
                .isEqualTo("closed.closure");
    }

    @Test
    void anOpeningLiftsClosuresAndWeekdaysOfItsScope() {
        Closure strike = closed(Closure.ALL, THURSDAY);
        assertThat(isOpen(MEAL, THURSDAY, strike, open("CANTINE", THURSDAY))).isTrue();
        assertThat(isOpen(MEAL, THURSDAY, strike, open(Closure.ALL, THURSDAY))).isTrue();
        assertThat(isOpen(MEAL, THURSDAY, strike, open("ACCUEILS", THURSDAY))).isFalse();
        assertThat(isOpen(MEAL, THURSDAY, strike, open(Closure.SCHOOL, THURSDAY)))
                .isFalse();
        assertThat(isOpen(MEAL, WEDNESDAY, open("CANTINE", WEDNESDAY))).isTrue();
        assertThat(isOpen(MEAL, WEDNESDAY, open("ACCUEILS", WEDNESDAY))).isFalse();
    }

    @Test
    void anOpeningLiftsNoPublicHolidayAndNoTerm() {
        assertThat(isOpen(MEAL, ARMISTICE, open(Closure.ALL, ARMISTICE), open(Closure.SCHOOL, ARMISTICE)))
                .isFalse();
        assertThat(isOpen(MEAL, SATURDAY, open("CANTINE", SATURDAY))).isFalse();
        assertThat(isOpen(MEAL, IN_HOLIDAYS, open("CANTINE", IN_HOLIDAYS))).isFalse();
        assertThat(isOpen(CENTRE, THURSDAY, open("CANTINE", THURSDAY))).isFalse();
    }

    @Test
    void aSaturdayOnWhichTheSchoolIsOpenIsADayOfTheSchoolTerm() {
        assertThat(isOpen(MEAL, SATURDAY, open(Closure.SCHOOL, SATURDAY))).isTrue();
        assertThat(isOpen(BOTH, SATURDAY, open(Closure.SCHOOL, SATURDAY))).isTrue();
        assertThat(isOpen(CENTRE, SATURDAY, open(Closure.SCHOOL, SATURDAY))).isFalse();
    }

    @Test
    void theDatesOfTheActivityAndOfTheOpeningHold() {
        Activity autumn = Offer.activity(5, "AUTOMNE", "none", LocalDate.of(2016, 11, 3), LocalDate.of(2016, 11, 24));
        Weekdays thursday = Weekdays.parse("thu").orElseThrow();
        Unit unit = Offer.unit(
                5,
                autumn,
                new UnitOpening(LocalDate.of(2016, 9, 1), LocalDate.of(2016, 11, 10), thursday, Term.SCHOOL, null),
                new UnitOpening(LocalDate.of(2016, 11, 18), LocalDate.of(2017, 7, 7), thursday, Term.SCHOOL, null));
        assertThat(new OpenDays(MinistryCalendar.zoneA())
                        .in(unit, YearMonth.of(2016, 11))
                        .daysOfMonth())
                .containsExactly(3, 10, 24);
        assertThat(whyClosed(unit, LocalDate.of(2016, 11, 17))).isEqualTo("closed.outside-opening");
        assertThat(whyClosed(unit, LocalDate.of(2016, 12, 1))).isEqualTo("closed.outside-activity");
    }

    @Test
    void aYearThatIsNotLoadedIsRefused() {
        Activity later = Offer.activity(6, "PLUS TARD", "none", LocalDate.of(2017, 9, 1), LocalDate.of(2018, 7, 7));
        Unit unit = Offer.unit(
                6, later, new UnitOpening(later.from(), later.to(), Weekdays.MONDAY_TO_FRIDAY, Term.SCHOOL, null));
        OpenDays openDays = new OpenDays(MinistryCalendar.zoneA());
        assertThatThrownBy(() -> openDays.in(unit, YearMonth.of(2017, 9)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("2017-2018");
        assertThat(openDays.in(unit, YearMonth.of(2017, 8)).isEmpty()).isTrue();
    }

    @Test
    void anyUnitIsOpenOnTheDaysThatTheRuleNames() {
        Dice.rolls(150, dice -> {
            Closure[] closures = closures(dice);
            Unit unit = anyUnit(dice, dice.oneOf(List.of(Term.values())));
            OpenDays openDays = new OpenDays(MinistryCalendar.zoneA(closures));
            assertThat(openDaysOfTheYear(openDays, unit))
                    .as("%s %s", unit, List.of(closures))
                    .isEqualTo(new RuleInWords(closures).openDays(unit));
        });
    }

    @Test
    void aUnitOfBothTermsIsOpenWheneverOneOfThemIs() {
        Dice.rolls(100, dice -> {
            OpenDays openDays = new OpenDays(MinistryCalendar.zoneA(closures(dice)));
            Unit both = anyUnit(dice, Term.BOTH);
            Set<LocalDate> oneOrTheOther = new TreeSet<>(openDaysOfTheYear(openDays, with(Term.SCHOOL, both, 8)));
            oneOrTheOther.addAll(openDaysOfTheYear(openDays, with(Term.HOLIDAYS, both, 9)));
            assertThat(openDaysOfTheYear(openDays, both)).isEqualTo(oneOrTheOther);
        });
    }

    private static Set<LocalDate> openDaysOfTheYear(OpenDays openDays, Unit unit) {
        return Stream.iterate(YearMonth.of(2016, 9), month -> month.plusMonths(1))
                .limit(12)
                .flatMap(month -> openDays.in(unit, month).days(month))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Closure[] closures(Dice dice) {
        return Stream.generate(() -> {
                    LocalDate from = dice.dayBetween(Offer.FIRST_DAY, Offer.LAST_DAY);
                    String scope = dice.oneOf(List.of(Closure.SCHOOL, Closure.ALL, "CANTINE", "ACCUEILS"));
                    return new Closure(from, from.plusDays(dice.between(0, 20)), scope, dice.heads(), "");
                })
                .limit(dice.between(0, 12))
                .toArray(Closure[]::new);
    }

    /** A unit whose day may move once or twice in the year, with gaps between. */
    private static Unit anyUnit(Dice dice, Term term) {
        LocalDate from = dice.dayBetween(Offer.FIRST_DAY, LocalDate.of(2016, 12, 1));
        Activity canteen = Offer.activity(1, "CANTINE", "none", from, dice.dayBetween(from, Offer.LAST_DAY));
        List<UnitOpening> openings = new ArrayList<>();
        LocalDate next = Offer.FIRST_DAY;
        for (int i = dice.between(1, 3); i > 0 && next.isBefore(Offer.LAST_DAY); i--) {
            LocalDate starts = dice.dayBetween(next, next.plusDays(dice.between(0, 40)));
            LocalDate ends = starts.plusDays(dice.between(0, 200));
            openings.add(new UnitOpening(starts, ends, new Weekdays(dice.between(1, 127)), term, null));
            next = ends.plusDays(1);
        }
        return Offer.unit(7, canteen, openings.toArray(UnitOpening[]::new));
    }

    private static Unit with(Term term, Unit unit, long id) {
        UnitOpening[] openings = unit.openings().stream()
                .map(row -> new UnitOpening(row.from(), row.to(), row.weekdays(), term, null))
                .toArray(UnitOpening[]::new);
        return Offer.unit(id, unit.activity(), openings);
    }

    /** The rule as the contract says it, by striking days out of the year. */
    private static final class RuleInWords {
        private static final SchoolCalendar ORDINARY = MinistryCalendar.zoneA();

        private final List<Closure> closures;

        RuleInWords(Closure... closures) {
            this.closures = List.of(closures);
        }

        Set<LocalDate> openDays(Unit unit) {
            Set<LocalDate> opened = named(true, scope -> !scope.equals("ACCUEILS") && !scope.equals("school"));
            Set<LocalDate> schoolDays = schoolDays();
            Set<LocalDate> days = new TreeSet<>();
            for (UnitOpening opening : unit.openings()) {
                Set<LocalDate> ofTerm = new TreeSet<>();
                if (opening.term() != Term.HOLIDAYS) {
                    ofTerm.addAll(schoolDays);
                }
                if (opening.term() != Term.SCHOOL) {
                    ofTerm.addAll(holidays());
                }
                ofTerm.removeIf(day -> day.isBefore(opening.from()) || day.isAfter(opening.to()));
                Set<LocalDate> lifted = new TreeSet<>(opened);
                if (opening.term() != Term.HOLIDAYS) {
                    lifted.addAll(named(true, "school"::equals));
                    lifted.removeIf(day -> !opened.contains(day) && !schoolDays.contains(day));
                }
                ofTerm.removeIf(day -> !opening.weekdays().contains(day.getDayOfWeek()) && !lifted.contains(day));
                days.addAll(ofTerm);
            }
            Set<LocalDate> closed = named(false, scope -> !scope.equals("ACCUEILS") && !scope.equals("school"));
            closed.removeAll(opened);
            days.removeAll(closed);
            days.removeIf(day -> day.isBefore(unit.activity().from())
                    || day.isAfter(unit.activity().to()));
            return days;
        }

        private Set<LocalDate> named(boolean opened, Predicate<String> scope) {
            return closures.stream()
                    .filter(row -> row.opens() == opened && scope.test(row.scope()))
                    .flatMap(row -> row.from().datesUntil(row.to().plusDays(1)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private Set<LocalDate> schoolDays() {
            Set<LocalDate> days = year().filter(ORDINARY::isSchoolDay).collect(Collectors.toCollection(TreeSet::new));
            days.removeAll(named(false, "school"::equals));
            named(true, "school"::equals).stream()
                    .filter(day -> !ORDINARY.isPublicHoliday(day))
                    .filter(day -> ORDINARY.holidays().stream().noneMatch(row -> row.contains(day)))
                    .forEach(days::add);
            return days;
        }

        private Set<LocalDate> holidays() {
            return year().filter(day -> day.getDayOfWeek().getValue() <= 5)
                    .filter(day -> !ORDINARY.isPublicHoliday(day))
                    .filter(day -> ORDINARY.holidays().stream().anyMatch(row -> row.contains(day)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Stream<LocalDate> year() {
            return Offer.FIRST_DAY.datesUntil(Offer.LAST_DAY.plusDays(1));
        }
    }
}
