package fr.perisco.domain.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.reservation.RollCall;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What is billed: rule 4.6 of the contract. */
class ConsumptionTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final ReservationMonth EMPTY = ReservationMonth.empty(NOVEMBER, 1, 1);
    private static final DaySet DAY = DaySet.of(14);
    private static final DaySet NONE = DaySet.EMPTY;

    private static void assertBilled(ReservationMonth sets, boolean billed, boolean surcharged) {
        Consumption consumption = Consumption.of(sets);
        assertThat(consumption.billed()).isEqualTo(billed ? DAY : NONE);
        assertThat(consumption.surcharged()).isEqualTo(surcharged ? DAY : NONE);
        assertThat(consumption.isEmpty()).isEqualTo(!billed);
    }

    @Test
    void aBookedDayIsBilledWhetherTheChildCameOrNot() {
        ReservationMonth booked = EMPTY.bookByHand(DAY);
        assertBilled(booked, true, false);
        assertBilled(RollCall.of(booked, DAY, NONE, NONE), true, false);
        assertBilled(RollCall.of(booked, NONE, DAY, NONE), true, false);
    }

    @Test
    void anExcusedDayIsNotBilledEvenWhenCancelledLate() {
        ReservationMonth booked = EMPTY.bookByHand(DAY);
        assertBilled(RollCall.of(booked, NONE, NONE, DAY), false, false);
        assertBilled(RollCall.of(booked.cancelLate(DAY), NONE, NONE, DAY), false, false);
    }

    @Test
    void aDayCancelledInTimeIsNotBilledAndOneCancelledLateIs() {
        assertBilled(EMPTY.bookByHand(DAY).cancel(DAY), false, false);
        assertBilled(EMPTY.bookByHand(DAY).cancelLate(DAY), true, false);
    }

    @Test
    void lateAndPresentIsBilledOnce() {
        assertBilled(RollCall.of(EMPTY.bookByHand(DAY).cancelLate(DAY), DAY, NONE, NONE), true, false);
    }

    @Test
    void whoComesWithoutBookingIsBilledWithTheSurcharge() {
        assertBilled(RollCall.of(EMPTY, DAY, NONE, NONE), true, true);
        assertBilled(RollCall.of(EMPTY.bookByHand(DAY).cancel(DAY), DAY, NONE, NONE), true, true);
        assertBilled(RollCall.of(EMPTY, NONE, DAY, NONE), false, false);
    }

    @Test
    void aWaivedDayIsNeverBilled() {
        assertBilled(EMPTY.bookByHand(DAY).waive(DAY), false, false);
        assertBilled(RollCall.of(EMPTY.bookByHand(DAY).waive(DAY), DAY, NONE, NONE), false, false);
        assertBilled(RollCall.of(EMPTY, DAY, NONE, NONE).waive(DAY), false, false);
    }

    @Test
    void anyMonthIsBilledAsTheRuleSays() {
        Dice.rolls(1_000, dice -> {
            DaySet present = dice.daysOf(NOVEMBER);
            DaySet absent = dice.daysOf(NOVEMBER).minus(present);
            DaySet excused = dice.daysOf(NOVEMBER).minus(present).minus(absent);
            ReservationMonth sets = RollCall.of(
                    EMPTY.bookByHand(dice.daysOf(NOVEMBER))
                            .cancel(dice.daysOf(NOVEMBER))
                            .cancelLate(dice.daysOf(NOVEMBER))
                            .waive(dice.daysOf(NOVEMBER)),
                    present,
                    absent,
                    excused);
            Consumption consumption = Consumption.of(sets);
            for (int day = 1; day <= 30; day++) {
                boolean booked =
                        sets.booked().contains(day) || sets.cancelledLate().contains(day);
                boolean cameUnbooked = sets.present().contains(day)
                        && !booked
                        && !sets.waived().contains(day);
                boolean notBilled =
                        sets.excused().contains(day) || sets.waived().contains(day);
                assertThat(consumption.billed().contains(day)).isEqualTo((booked || cameUnbooked) && !notBilled);
                assertThat(consumption.surcharged().contains(day)).isEqualTo(cameUnbooked);
            }
        });
    }
}
