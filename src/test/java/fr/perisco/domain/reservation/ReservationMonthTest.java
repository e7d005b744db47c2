package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Rules 4.4 and 4.5 of the contract, on the sets of a month. */
class ReservationMonthTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final ReservationMonth EMPTY = ReservationMonth.empty(NOVEMBER, 1, 1);
    private static final DaySet DAY = DaySet.of(14);

    /** What one day may be: the sets are another way of writing it. */
    private enum Fate {
        FREE,
        BY_RULE,
        BY_HAND,
        CANCELLED,
        CANCELLED_LATE,
        WAIVED;

        boolean isBooked() {
            return this == BY_RULE || this == BY_HAND || this == CANCELLED_LATE;
        }
    }

    private enum Deed {
        BOOK_BY_HAND,
        BOOK_BY_RULE,
        UNBOOK_BY_RULE,
        CANCEL,
        CANCEL_LATE,
        WAIVE,
        TAKE_BACK,
        RECORD_ATTENDANCE;

        ReservationMonth done(ReservationMonth sets, DaySet days) {
            return switch (this) {
                case BOOK_BY_HAND -> sets.bookByHand(days);
                case BOOK_BY_RULE -> sets.bookByRule(days);
                case UNBOOK_BY_RULE -> sets.unbookByRule(days);
                case CANCEL -> sets.cancel(days);
                case CANCEL_LATE -> sets.cancelLate(days);
                case WAIVE -> sets.waive(days);
                case TAKE_BACK -> sets.takeBack(days);
                case RECORD_ATTENDANCE -> RollCall.of(sets, days, DaySet.EMPTY, DaySet.EMPTY);
            };
        }

        /** What becomes of one day. */
        Fate of(Fate fate, boolean present) {
            return switch (this) {
                case BOOK_BY_HAND -> Fate.BY_HAND;
                case BOOK_BY_RULE -> fate == Fate.FREE ? Fate.BY_RULE : fate;
                case UNBOOK_BY_RULE -> fate == Fate.BY_RULE ? Fate.FREE : fate;
                case CANCEL -> fate.isBooked() ? Fate.CANCELLED : fate;
                case CANCEL_LATE -> fate.isBooked() ? Fate.CANCELLED_LATE : fate;
                case WAIVE -> Fate.WAIVED;
                case TAKE_BACK -> !fate.isBooked() ? fate : present ? Fate.WAIVED : Fate.FREE;
                case RECORD_ATTENDANCE -> fate;
            };
        }
    }

    private static DaySet where(Map<Integer, Fate> fates, Predicate<Fate> wanted) {
        DaySet days = DaySet.EMPTY;
        for (Map.Entry<Integer, Fate> day : fates.entrySet()) {
            days = wanted.test(day.getValue()) ? days.union(DaySet.of(day.getKey())) : days;
        }
        return days;
    }

    /** One life of a month: any deeds in any order on any days. */
    private static void live(Dice dice, Life life) {
        ReservationMonth sets = EMPTY;
        for (int step = 0; step < 30; step++) {
            Deed deed = dice.oneOf(List.of(Deed.values()));
            DaySet days = dice.daysOf(NOVEMBER);
            ReservationMonth after = deed.done(sets, days);
            life.step(sets, deed, days, after);
            sets = after;
        }
    }

    private interface Life {
        void step(ReservationMonth before, Deed deed, DaySet days, ReservationMonth after);
    }

    @Test
    void theSetsSayOfEachDayWhatBecameOfIt() {
        Dice.rolls(300, dice -> {
            Map<Integer, Fate> fates = new TreeMap<>();
            for (int day = 1; day <= 30; day++) {
                fates.put(day, Fate.FREE);
            }
            live(dice, (before, deed, days, after) -> {
                days.daysOfMonth()
                        .forEach(day -> fates.computeIfPresent(
                                day,
                                (key, fate) -> deed.of(fate, before.present().contains(day))));
                assertThat(after.booked()).as("booked after %s", deed).isEqualTo(where(fates, Fate::isBooked));
                assertThat(after.byRule()).as("by rule after %s", deed).isEqualTo(where(fates, Fate.BY_RULE::equals));
                assertThat(after.cancelled())
                        .as("cancelled after %s", deed)
                        .isEqualTo(where(fates, fate -> fate == Fate.CANCELLED || fate == Fate.WAIVED));
                assertThat(after.cancelledLate())
                        .as("cancelled late after %s", deed)
                        .isEqualTo(where(fates, Fate.CANCELLED_LATE::equals));
                assertThat(after.waived()).as("waived after %s", deed).isEqualTo(where(fates, Fate.WAIVED::equals));
            });
        });
    }

    @Test
    void whateverIsDoneTheSchemasConditionsHold() {
        Dice.rolls(
                300,
                dice -> live(dice, (before, deed, days, after) -> {
                    assertThat(after.byRule().minus(after.booked())).isEqualTo(DaySet.EMPTY);
                    assertThat(after.cancelledLate().minus(after.booked())).isEqualTo(DaySet.EMPTY);
                    assertThat(after.waived().minus(after.cancelled())).isEqualTo(DaySet.EMPTY);
                    assertThat(after.booked().intersect(after.cancelled())).isEqualTo(DaySet.EMPTY);
                }));
    }

    @Test
    void whatIsDoneTwiceIsDoneOnce() {
        Dice.rolls(
                300,
                dice -> live(
                        dice,
                        (before, deed, days, after) -> assertThat(deed.done(after, days))
                                .as("%s", deed)
                                .isEqualTo(after)));
    }

    @Test
    void theHistoryLeadsFromEachStateToTheNext() {
        Dice.rolls(
                300,
                dice -> live(dice, (before, deed, days, after) -> {
                    Map<DaySetKind, DaySet> replayed = new EnumMap<>(DaySetKind.class);
                    for (DaySetKind kind : DaySetKind.values()) {
                        replayed.put(kind, kind.of(before));
                    }
                    for (DaySetChange change : after.changesSince(before)) {
                        assertThat(change.added().intersect(change.removed())).isEqualTo(DaySet.EMPTY);
                        assertThat(change.added().union(change.removed())).isNotEqualTo(DaySet.EMPTY);
                        assertThat(change.removed().minus(change.kind().of(before)))
                                .isEqualTo(DaySet.EMPTY);
                        replayed.compute(
                                change.kind(),
                                (kind, set) -> set.minus(change.removed()).union(change.added()));
                    }
                    replayed.forEach((kind, set) -> assertThat(set).isEqualTo(kind.of(after)));
                    assertThat(after.changesSince(after)).isEmpty();
                }));
    }

    @Test
    void theHistoryStoresTheNumbersThatTheSchemaNames() {
        assertThat(DaySetKind.values()).extracting(DaySetKind::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(DaySetKind.values())
                .extracting(Enum::name)
                .containsExactly("BOOKED", "CANCELLED", "CANCELLED_LATE", "WAIVED", "PRESENT", "ABSENT", "EXCUSED");
    }

    @Test
    void aTypicalWeekNeverBooksACancelledDayAgain() {
        ReservationMonth cancelled = EMPTY.bookByRule(DAY).cancel(DAY);
        assertThat(cancelled.bookByRule(DAY)).isEqualTo(cancelled);
        assertThat(EMPTY.waive(DAY).bookByRule(DAY).booked()).isEqualTo(DaySet.EMPTY);
    }

    @Test
    void aDayBookedByHandIsNoRulesToTakeBack() {
        assertThat(EMPTY.bookByHand(DAY).unbookByRule(DAY).booked()).isEqualTo(DAY);
        assertThat(EMPTY.bookByRule(DAY).bookByHand(DAY).unbookByRule(DAY).booked())
                .isEqualTo(DAY);
        assertThat(EMPTY.bookByHand(DAY).bookByRule(DAY).unbookByRule(DAY).booked())
                .isEqualTo(DAY);
        assertThat(EMPTY.bookByRule(DAY).unbookByRule(DAY)).isEqualTo(EMPTY);
    }

    @Test
    void aChildThatWillNotComeIsNotExpectedButStaysBooked() {
        ReservationMonth late = EMPTY.bookByRule(DAY).cancelLate(DAY);
        assertThat(late.booked()).isEqualTo(DAY);
        assertThat(late.expected()).isEqualTo(DaySet.EMPTY);
        assertThat(late.stateOf(14)).isEqualTo(DayState.CANCELLED_LATE);
        assertThat(late.bookByHand(DAY).expected()).isEqualTo(DAY);
    }

    @Test
    void whoIsThereUnbookedCameUnbookedUnlessItIsWaived() {
        ReservationMonth came = RollCall.of(EMPTY, DAY, DaySet.EMPTY, DaySet.EMPTY);
        assertThat(came.cameUnbooked()).isEqualTo(DAY);
        assertThat(came.waive(DAY).cameUnbooked()).isEqualTo(DaySet.EMPTY);
        assertThat(came.bookByHand(DAY).cameUnbooked()).isEqualTo(DaySet.EMPTY);
        assertThat(came.bookByHand(DAY).cancelLate(DAY).cameUnbooked()).isEqualTo(DaySet.EMPTY);
        assertThat(came.bookByHand(DAY).cancel(DAY).cameUnbooked()).isEqualTo(DAY);
    }

    @Test
    void aDayIsShownInOneStateAndItsAttendanceBesideIt() {
        ReservationMonth sets = RollCall.of(
                EMPTY.bookByHand(DaySet.of(1).union(DaySet.of(2)).union(DaySet.of(3)))
                        .cancel(DaySet.of(2))
                        .cancelLate(DaySet.of(3)),
                DaySet.of(1),
                DaySet.of(3),
                DaySet.of(4));
        assertThat(List.of(1, 2, 3, 4))
                .extracting(day -> sets.stateOf(day).code() + " "
                        + sets.attendanceOf(sets.month().atDay(day))
                                .map(Attendance::code)
                                .orElse(""))
                .containsExactly("booked present", "cancelled ", "cancelled-late absent", " excused");
    }
}
