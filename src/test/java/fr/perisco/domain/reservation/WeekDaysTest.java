package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A typical week sorts the days that it names: rule 4.5 of the contract. */
class WeekDaysTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);

    private static List<DaySet> bins(WeekDays days) {
        return List.of(
                days.booked(),
                days.alreadyBooked(),
                days.keptCancelled(),
                days.closed(),
                days.tooLate(),
                days.toWait(),
                days.full(),
                days.waiting());
    }

    @Test
    void eachNamedDayFallsIntoTheOneBinThatIsItsOwn() {
        Dice.rolls(2_000, dice -> {
            DaySet named = dice.daysOf(NOVEMBER);
            DaySet open = dice.daysOf(NOVEMBER);
            DaySet inTime = dice.daysOf(NOVEMBER).intersect(open);
            DaySet taken = dice.daysOf(NOVEMBER);
            DaySet cancelled = dice.daysOf(NOVEMBER);
            DaySet asked = dice.daysOf(NOVEMBER);
            DaySet full = dice.daysOf(NOVEMBER);
            boolean mayWait = dice.heads();
            WeekDays sorted =
                    WeekDays.of(named, new WeekDays.Bookable(open, inTime), taken, cancelled, asked, full, mayWait);
            for (int day = 1; day <= 30; day++) {
                int its = day;
                assertThat(bins(sorted).stream().filter(bin -> bin.contains(its)))
                        .as("day %d", day)
                        .hasSize(named.contains(day) ? 1 : 0);
                if (named.contains(day)) {
                    DaySet own = !open.contains(day)
                            ? sorted.closed()
                            : taken.contains(day)
                                    ? sorted.alreadyBooked()
                                    : cancelled.contains(day)
                                            ? sorted.keptCancelled()
                                            : asked.contains(day)
                                                    ? sorted.waiting()
                                                    : !inTime.contains(day)
                                                            ? sorted.tooLate()
                                                            : !full.contains(day)
                                                                    ? sorted.booked()
                                                                    : mayWait ? sorted.toWait() : sorted.full();
                    assertThat(own.contains(day))
                            .as("day %d of %s", day, sorted)
                            .isTrue();
                }
            }
        });
    }

    @Test
    void theRecapitulationCountsEachDayOnce() {
        Dice.rolls(200, dice -> {
            DaySet named = dice.daysOf(NOVEMBER);
            DaySet open = dice.daysOf(NOVEMBER);
            WeekDays sorted = WeekDays.of(
                    named,
                    new WeekDays.Bookable(open, open.intersect(dice.daysOf(NOVEMBER))),
                    dice.daysOf(NOVEMBER),
                    dice.daysOf(NOVEMBER),
                    dice.daysOf(NOVEMBER),
                    dice.daysOf(NOVEMBER),
                    dice.heads());
            WeekRecap recap = WeekRecap.NOTHING.plus(sorted);
            assertThat(recap.booked()
                            + recap.alreadyBooked()
                            + recap.keptCancelled()
                            + recap.closed()
                            + recap.tooLate()
                            + recap.waiting()
                            + recap.full())
                    .isEqualTo(named.size());
            assertThat(recap.plus(sorted).booked())
                    .isEqualTo(2L * sorted.booked().size());
        });
    }
}
