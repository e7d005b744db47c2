package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DaysBeyondTest {
    private static final YearMonth MONTH = YearMonth.of(2016, 11);
    private static final ReservationMonth NOTHING = ReservationMonth.empty(MONTH, 1, 1);

    private static DaySet days(int... days) {
        return Arrays.stream(days).mapToObj(DaySet::of).reduce(DaySet.EMPTY, DaySet::union);
    }

    private static ReservationMonth attended(ReservationMonth sets, DaySet present, DaySet absent, DaySet excused) {
        return new ReservationMonth(
                MONTH,
                1,
                1,
                sets.booked(),
                sets.byRule(),
                sets.cancelled(),
                sets.cancelledLate(),
                sets.waived(),
                present,
                absent,
                excused);
    }

    @Test
    void daysBeforeTheEndStayAsTheyAre() {
        ReservationMonth before = NOTHING.bookByRule(days(3, 4, 7));
        assertThat(DaysBeyond.of(before, days(8, 10), days(3, 4, 7), false).sets())
                .isEqualTo(before);
    }

    @Test
    void aDayInTimeIsTakenBackAndMayBeBookedByARuleAgain() {
        DaysBeyond beyond = DaysBeyond.of(NOTHING.bookByRule(days(3, 4)), days(4), days(4), false);
        assertThat(beyond.takenBack()).isEqualTo(days(4));
        assertThat(beyond.sets().booked()).isEqualTo(days(3));
        assertThat(beyond.sets().bookByRule(days(4)).booked()).isEqualTo(days(3, 4));
    }

    @Test
    void aLateDayStaysBilledAndIsNotExpected() {
        DaysBeyond beyond = DaysBeyond.of(NOTHING.bookByRule(days(3, 4)), days(4), DaySet.EMPTY, false);
        assertThat(beyond.billed()).isEqualTo(days(4));
        assertThat(beyond.sets().expected()).isEqualTo(days(3));
        assertThat(Consumption.of(beyond.sets()).billed()).isEqualTo(days(3, 4));
    }

    @Test
    void aWaivedDayIsNotBilledEvenIfTheChildCame() {
        ReservationMonth before = attended(NOTHING.bookByHand(days(3, 4)), days(4, 7), DaySet.EMPTY, DaySet.EMPTY);
        DaysBeyond beyond = DaysBeyond.of(before, days(4, 7), DaySet.EMPTY, true);
        assertThat(beyond.waived()).isEqualTo(days(4, 7));
        assertThat(Consumption.of(beyond.sets()).billed()).isEqualTo(days(3));
    }

    @Test
    void aDayOnWhichTheChildCameStaysAsItIs() {
        ReservationMonth before = attended(NOTHING.bookByHand(days(4)), days(4, 7), DaySet.EMPTY, DaySet.EMPTY);
        DaysBeyond beyond = DaysBeyond.of(before, days(4, 7), days(4, 7), false);
        assertThat(beyond.sets()).isEqualTo(before);
        assertThat(beyond.billed()).isEqualTo(days(4, 7));
    }

    @Test
    void anExcusedDayIsNotCountedAsBilled() {
        ReservationMonth before = attended(NOTHING.bookByHand(days(4)), DaySet.EMPTY, DaySet.EMPTY, days(4));
        assertThat(DaysBeyond.of(before, days(4), DaySet.EMPTY, false).billed()).isEqualTo(DaySet.EMPTY);
    }

    @Test
    void whatIsBilledIsWhatWasBilledLessWhatIsTakenBackOrWaivedAndTheSetsStayConsistent() {
        Random random = new Random(20161103);
        for (int i = 0; i < 20_000; i++) {
            int all = DaySet.allOf(MONTH).bits();
            DaySet came = DaySet.ofBits(random.nextInt() & random.nextInt() & all);
            DaySet absent =
                    DaySet.ofBits(random.nextInt() & random.nextInt() & all).minus(came);
            DaySet excused = DaySet.ofBits(random.nextInt() & random.nextInt() & all)
                    .minus(came)
                    .minus(absent);
            ReservationMonth before = attended(
                    NOTHING.bookByRule(DaySet.ofBits(random.nextInt() & all))
                            .bookByHand(DaySet.ofBits(random.nextInt() & random.nextInt() & all))
                            .cancel(DaySet.ofBits(random.nextInt() & random.nextInt() & all))
                            .cancelLate(DaySet.ofBits(random.nextInt() & random.nextInt() & all))
                            .waive(DaySet.ofBits(random.nextInt() & random.nextInt() & random.nextInt() & all)),
                    came,
                    absent,
                    excused);
            DaySet beyond = DaySet.ofBits(all & -(1 << random.nextInt(30)));
            DaysBeyond settled =
                    DaysBeyond.of(before, beyond, DaySet.ofBits(random.nextInt() & all), random.nextBoolean());
            ReservationMonth after = settled.sets();

            DaySet billed = Consumption.of(before).billed();
            assertThat(Consumption.of(after).billed())
                    .isEqualTo(billed.minus(settled.takenBack()).minus(settled.waived()));
            assertThat(settled.billed())
                    .isEqualTo(Consumption.of(after).billed().intersect(beyond));
            assertThat(after.byRule().minus(after.booked())).isEqualTo(DaySet.EMPTY);
            assertThat(after.cancelledLate().minus(after.booked())).isEqualTo(DaySet.EMPTY);
            assertThat(after.waived().minus(after.cancelled())).isEqualTo(DaySet.EMPTY);
            assertThat(after.booked().intersect(after.cancelled())).isEqualTo(DaySet.EMPTY);
        }
    }
}
