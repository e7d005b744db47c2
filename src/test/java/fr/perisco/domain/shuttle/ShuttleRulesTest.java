package fr.perisco.domain.shuttle;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.activity.Offer;
import fr.perisco.domain.activity.Term;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who rides on a day, and where the seats go. */
class ShuttleRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 14);
    private static final LocalDate FIRST = LocalDate.of(2016, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2017, 6, 30);
    private static final Unit UNIT =
            Offer.unit(1, Offer.activity(1, "A", "none"), Offer.opening("mon,tue,wed,thu,fri", Term.SCHOOL, null));

    private static Weekdays days(String text) {
        return Weekdays.parse(text).orElseThrow();
    }

    private static Shuttle shuttle(int seats, String... times) {
        List<ShuttleStop> stops = IntStream.range(0, times.length)
                .mapToObj(i -> new ShuttleStop(i + 1, "S" + (i + 1), "Arrêt", LocalTime.parse(times[i]), true))
                .toList();
        return new Shuttle(1, "BUS", "Navette", UNIT, days("mon,tue,thu,fri"), seats, FIRST, LAST, stops);
    }

    private static ShuttlePlace place(long child, long stop, String days, LocalDate from, LocalDate to, long since) {
        return new ShuttlePlace(child, stop, days(days), from, to, since);
    }

    @Test
    void onlyWhoHasAPlaceThatDayAndIsExpectedRides() {
        List<ShuttlePlace> places = List.of(
                place(1, 1, "mon", FIRST, LAST, 1),
                place(2, 1, "mon", FIRST, LAST, 2),
                place(3, 1, "tue", FIRST, LAST, 3),
                place(4, 1, "mon", FIRST, MONDAY.minusDays(1), 4),
                place(5, 1, "mon", FIRST, MONDAY, 5),
                place(6, 1, "mon", MONDAY.plusDays(1), LAST, 6),
                place(7, 1, "mon", MONDAY, LAST, 7));
        ShuttleRun run = ShuttleRun.of(shuttle(10, "07:30"), MONDAY, places, Set.of(1L, 3L, 4L, 5L, 6L, 7L, 8L));
        assertThat(run.passengers())
                .extracting(rider -> rider.place().childId())
                .containsExactly(1L, 5L, 7L);
        assertThat(run.freeSeats()).isEqualTo(7);
        assertThat(run.over()).isZero();
    }

    @Test
    void whoGotTheSeatLastIsOverAndIsStillOnTheList() {
        List<ShuttlePlace> places = List.of(
                place(1, 1, "mon", FIRST, LAST, 9),
                place(2, 1, "mon", FIRST, LAST, 3),
                place(3, 1, "mon", FIRST, LAST, 5));
        ShuttleRun run = ShuttleRun.of(shuttle(2, "07:30"), MONDAY, places, Set.of(1L, 2L, 3L));
        assertThat(run.passengers())
                .extracting(rider -> rider.place().childId() + (rider.over() ? " over" : ""))
                .containsExactly("2", "3", "1 over");
        assertThat(run.freeSeats()).isZero();
        assertThat(run.over()).isEqualTo(1);
        assertThat(ShuttleRun.of(shuttle(2, "07:30"), MONDAY, places, Set.of(1L, 2L))
                        .over())
                .isZero();
    }

    @Test
    void aDayIsFullOnlyWhileAllSeatsAreTaken() {
        LocalDate until = MONDAY.plusWeeks(2);
        ShuttleSeats seats = new ShuttleSeats(
                shuttle(2, "07:30"),
                List.of(place(1, 1, "mon,tue", FIRST, LAST, 1), place(2, 1, "mon", MONDAY, until, 2)));
        assertThat(seats.firstFull(3, DayOfWeek.MONDAY, FIRST, LAST)).contains(MONDAY);
        assertThat(seats.firstFull(3, DayOfWeek.TUESDAY, FIRST, LAST)).isEmpty();
        assertThat(seats.firstFull(3, DayOfWeek.MONDAY, FIRST, MONDAY.minusDays(1)))
                .isEmpty();
        assertThat(seats.firstFull(3, DayOfWeek.MONDAY, until.plusDays(1), LAST))
                .isEmpty();
        assertThat(seats.firstFull(1, DayOfWeek.MONDAY, FIRST, LAST))
                .as("it sits already")
                .isEmpty();
        assertThat(seats.mostTaken(DayOfWeek.MONDAY, FIRST, LAST)).isEqualTo(2);
        assertThat(seats.mostTaken(DayOfWeek.MONDAY, until.plusDays(1), LAST)).isEqualTo(1);
    }

    @Test
    void twoShuttlesMeetWhenBothAreUnderWay() {
        Shuttle early = shuttle(9, "07:20", "07:45");
        assertThat(early.meets(shuttle(9, "07:30", "08:00"))).isTrue();
        assertThat(early.meets(shuttle(9, "07:45", "08:00"))).as("one changes").isFalse();
        assertThat(shuttle(9, "07:45", "08:00").meets(early)).isFalse();
        assertThat(shuttle(9, "12:00").meets(shuttle(9, "12:00"))).isTrue();
        assertThat(shuttle(9, "12:00").meets(early)).isFalse();
    }

    @Test
    void itRunsOnItsWeekdaysInsideItsPeriodAndItsActivitys() {
        Shuttle shuttle = shuttle(9, "07:30");
        assertThat(shuttle.whyNoRun(MONDAY)).isEmpty();
        assertThat(shuttle.whyNoRun(MONDAY.plusDays(2)))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("shuttle.not-that-day"));
        assertThat(shuttle.whyNoRun(FIRST)).isEmpty();
        assertThat(shuttle.whyNoRun(LAST)).isEmpty();
        assertThat(shuttle.whyNoRun(FIRST.minusDays(1))).isPresent();
        assertThat(shuttle.whyNoRun(LAST.plusDays(3))).isPresent();
    }

    @Test
    void anotherStopTakesThePlaceOfTheFirstOnItsDaysOnly() {
        ChildPlaces before = new ChildPlaces(List.of(place(1, 1, "mon,tue", FIRST, LAST, 4)));
        ChildPlaces after = before.with(place(1, 2, "mon", MONDAY, MONDAY.plusDays(20), ShuttlePlace.NEW));
        assertThat(after.places())
                .containsExactly(
                        place(1, 1, "mon", FIRST, MONDAY.minusDays(1), 4),
                        place(1, 1, "tue", FIRST, LAST, 4),
                        place(1, 2, "mon", MONDAY, MONDAY.plusDays(20), 4),
                        place(1, 1, "mon", MONDAY.plusDays(21), LAST, 4));
        assertThat(after.with(place(1, 1, "mon", MONDAY, MONDAY.plusDays(20), ShuttlePlace.NEW)))
                .isEqualTo(before);
    }

    @Test
    void whatIsAddedAndTakenAwayIsThatAndNothingElse() {
        Dice.rolls(300, dice -> {
            ChildPlaces places = new ChildPlaces(List.of());
            for (int step = 0; step < 6; step++) {
                LocalDate from = FIRST.plusDays(dice.between(0, 59));
                LocalDate to = from.plusDays(dice.between(0, 39));
                Weekdays days = new Weekdays(1 + dice.between(0, 126));
                long stop = 1 + dice.between(0, 2);
                boolean add = !dice.oneIn(3);
                ChildPlaces before = places;
                ShuttlePlace added = new ShuttlePlace(1, stop, days, from, to, step);
                places = add ? before.with(added) : before.without(days, from, to);
                ChildPlaces after = places;
                FIRST.minusDays(3).datesUntil(FIRST.plusDays(110)).forEach(day -> {
                    Set<Long> expected = added.covers(day) ? (add ? Set.of(stop) : Set.of()) : stops(before, day);
                    assertThat(stops(after, day)).as("%s", day).isEqualTo(expected);
                });
                if (add) {
                    assertThat(after.with(added)).as("again").isEqualTo(after);
                } else {
                    assertThat(after.without(days, from, to)).as("again").isEqualTo(after);
                }
            }
        });
    }

    private static Set<Long> stops(ChildPlaces places, LocalDate day) {
        List<ShuttlePlace> covering =
                places.places().stream().filter(place -> place.covers(day)).toList();
        assertThat(covering).hasSizeLessThan(2);
        return covering.stream().map(ShuttlePlace::stopId).collect(Collectors.toSet());
    }
}
