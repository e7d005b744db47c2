package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.activity.Offer;
import fr.perisco.domain.activity.Term;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.activity.UnitOpening;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Weekdays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OccupancyTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);

    private static Unit unit(@Nullable Integer capacity) {
        return Offer.unit(
                1, Offer.activity(1, "CANTINE", "none"), Offer.opening("mon,tue,wed,thu,fri", Term.SCHOOL, capacity));
    }

    @Test
    void aUnitIsFullWhenAsManyChildrenAreExpectedAsItHasPlaces() {
        Dice.rolls(200, dice -> {
            int places = dice.between(0, 6);
            Occupancy occupancy = new Occupancy();
            List<ReservationMonth> children = new ArrayList<>();
            for (int child = 0; child < 10; child++) {
                ReservationMonth nothing = ReservationMonth.empty(NOVEMBER, 1, child);
                ReservationMonth booked = nothing.bookByHand(dice.daysOf(NOVEMBER));
                ReservationMonth late = booked.cancelLate(dice.daysOf(NOVEMBER));
                ReservationMonth last = late.cancel(dice.daysOf(NOVEMBER));
                occupancy.follow(nothing, booked);
                occupancy.follow(booked, late);
                occupancy.follow(late, last);
                children.add(last);
            }
            DaySet full = occupancy.fullAmong(DaySet.allOf(NOVEMBER), unit(places), NOVEMBER);
            for (int day = 1; day <= 30; day++) {
                LocalDate date = NOVEMBER.atDay(day);
                long expected = children.stream()
                        .filter(sets -> sets.booked().contains(date)
                                && !sets.cancelledLate().contains(date))
                        .count();
                assertThat(occupancy.isFull(unit(places), date)).isEqualTo(expected >= places);
                assertThat(full.contains(day)).isEqualTo(expected >= places);
            }
        });
    }

    @Test
    void aUnitWithoutCapacityIsNeverFull() {
        Occupancy occupancy = new Occupancy();
        for (int child = 0; child < 1_000; child++) {
            occupancy.add(DaySet.allOf(NOVEMBER));
        }
        assertThat(occupancy.fullAmong(DaySet.allOf(NOVEMBER), unit(null), NOVEMBER))
                .isEqualTo(DaySet.EMPTY);
    }

    @Test
    void aPlaceGivenBackIsFreeAgain() {
        Occupancy occupancy = new Occupancy();
        occupancy.add(DaySet.of(14));
        assertThat(occupancy.isFull(unit(1), NOVEMBER.atDay(14))).isTrue();
        occupancy.remove(DaySet.of(14));
        assertThat(occupancy.isFull(unit(1), NOVEMBER.atDay(14))).isFalse();
    }

    @Test
    void thePlacesAreThoseOfTheDaysOwnPeriod() {
        Weekdays days = Weekdays.MONDAY_TO_FRIDAY;
        Unit unit = Offer.unit(
                1,
                Offer.activity(1, "CANTINE", "none"),
                new UnitOpening(NOVEMBER.atDay(1), NOVEMBER.atDay(14), days, Term.SCHOOL, 1),
                new UnitOpening(NOVEMBER.atDay(15), NOVEMBER.atDay(20), days, Term.SCHOOL, 2),
                new UnitOpening(NOVEMBER.atDay(21), NOVEMBER.atDay(30), days, Term.SCHOOL, null));
        Occupancy occupancy = new Occupancy();
        occupancy.add(DaySet.allOf(NOVEMBER));
        assertThat(occupancy.fullAmong(DaySet.allOf(NOVEMBER), unit, NOVEMBER))
                .isEqualTo(DaySet.between(NOVEMBER, NOVEMBER.atDay(1), NOVEMBER.atDay(14)));
    }
}
