package fr.perisco.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets of days say the same as plain sets of numbers. */
class DaySetTest {
    /** A month of each length. */
    private static final List<YearMonth> MONTHS =
            List.of(YearMonth.of(2017, 2), YearMonth.of(2016, 2), YearMonth.of(2016, 11), YearMonth.of(2016, 12));

    private static TreeSet<Integer> plain(DaySet days) {
        return days.daysOfMonth().boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static DaySet of(Iterable<Integer> daysOfMonth) {
        DaySet days = DaySet.EMPTY;
        for (int day : daysOfMonth) {
            days = days.union(DaySet.of(day));
        }
        return days;
    }

    @Test
    void eachOperationIsThatOfPlainSets() {
        Dice.rolls(2_000, dice -> {
            YearMonth month = dice.oneOf(MONTHS);
            DaySet one = dice.daysOf(month);
            DaySet other = dice.daysOf(month);

            TreeSet<Integer> union = plain(one);
            union.addAll(plain(other));
            TreeSet<Integer> intersection = plain(one);
            intersection.retainAll(plain(other));
            TreeSet<Integer> difference = plain(one);
            difference.removeAll(plain(other));

            assertThat(plain(one.union(other))).isEqualTo(union);
            assertThat(plain(one.intersect(other))).isEqualTo(intersection);
            assertThat(plain(one.minus(other))).isEqualTo(difference);
            assertThat(one.size()).isEqualTo(plain(one).size());
            assertThat(one.isEmpty()).isEqualTo(plain(one).isEmpty());
            assertThat(one.equals(other)).isEqualTo(plain(one).equals(plain(other)));
            assertThat(of(plain(one))).isEqualTo(one);
        });
    }

    @Test
    void daysAreListedInOrderAndReadBackAsTheSameSet() {
        Dice.rolls(500, dice -> {
            YearMonth month = dice.oneOf(MONTHS);
            DaySet days = dice.daysOf(month);
            List<LocalDate> listed = days.days(month).toList();
            assertThat(listed)
                    .isSorted()
                    .allMatch(days::contains)
                    .allMatch(day -> YearMonth.from(day).equals(month));
            assertThat(DaySet.of(listed)).isEqualTo(days);
            assertThat(days.minus(DaySet.of(listed))).isEqualTo(DaySet.EMPTY);
        });
    }

    @Test
    void eachDayOfEachMonthStandsForItself() {
        for (YearMonth month : MONTHS) {
            for (int day = 1; day <= month.lengthOfMonth(); day++) {
                DaySet single = DaySet.of(month.atDay(day));
                assertThat(plain(single)).containsExactly(day);
                assertThat(single.bits()).isEqualTo((int) Math.pow(2, day - 1));
            }
            assertThat(plain(DaySet.allOf(month)))
                    .hasSize(month.lengthOfMonth())
                    .endsWith(month.lengthOfMonth());
        }
    }

    @Test
    void aPeriodIsCutToTheMonth() {
        Dice.rolls(2_000, dice -> {
            YearMonth month = dice.oneOf(MONTHS);
            LocalDate from = dice.dayBetween(
                    month.atDay(1).minusDays(40), month.atEndOfMonth().plusDays(40));
            LocalDate to = dice.dayBetween(
                    month.atDay(1).minusDays(40), month.atEndOfMonth().plusDays(40));
            assertThat(plain(DaySet.between(month, from, to)))
                    .isEqualTo(IntStream.rangeClosed(1, month.lengthOfMonth())
                            .filter(day -> !month.atDay(day).isBefore(from)
                                    && !month.atDay(day).isAfter(to))
                            .boxed()
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
    }

    @Test
    void thereIsNoThirtySecondDay() {
        for (int none : new int[] {-1, 0, 32, 33}) {
            assertThatThrownBy(() -> DaySet.of(none)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> DaySet.ofBits(1 << 31)).isInstanceOf(IllegalArgumentException.class);
    }
}
