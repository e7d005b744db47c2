package fr.perisco.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.domain.reservation.ReservationMonth;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DayCountsTest {
    private static DaySet days(int... days) {
        DaySet set = DaySet.EMPTY;
        for (int day : days) {
            set = set.union(DaySet.of(day));
        }
        return set;
    }

    private static ReservationMonth none() {
        return ReservationMonth.empty(YearMonth.of(2016, 11), 1, 1);
    }

    @Test
    void aDayHasOneStateAndCountsAsOftenAsItsPattern() {
        DayCounts counts = new DayCounts();
        counts.add(none().bookByHand(days(3, 4, 7, 8)).cancel(days(4)).cancelLate(days(7)), 3);
        assertThat(counts.of(DayOutcome.BOOKED)).isEqualTo(6);
        assertThat(counts.of(DayOutcome.CANCELLED)).isEqualTo(3);
        assertThat(counts.of(DayOutcome.CANCELLED_LATE)).isEqualTo(3);
        assertThat(counts.bookedOn(3)).isEqualTo(3);
        assertThat(counts.bookedOn(4)).isZero();
        assertThat(counts.bookedOn(7)).isZero();
    }

    @Test
    void whoCameUnbookedIsCountedUnlessTheDayIsWaived() {
        DayCounts counts = new DayCounts();
        counts.add(
                none().bookByHand(days(3))
                        .attended(days(3, 4, 7), Attendance.PRESENT)
                        .waive(days(7)),
                1);
        assertThat(counts.of(DayOutcome.UNBOOKED)).isEqualTo(1);
        assertThat(counts.of(DayOutcome.BOOKED)).isEqualTo(1);
    }

    @Test
    void anExcusedDayIsStillABookedOne() {
        DayCounts counts = new DayCounts();
        assertThat(counts.isEmpty()).isTrue();
        counts.add(none().bookByHand(days(3, 4)).attended(days(3), Attendance.EXCUSED), 2);
        assertThat(counts.of(DayOutcome.EXCUSED)).isEqualTo(2);
        assertThat(counts.of(DayOutcome.BOOKED)).isEqualTo(4);
        assertThat(counts.isEmpty()).isFalse();
    }
}
