package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A clerk adds a day: rules 4.2 to 4.5 of the contract. */
class DayToAddTest {
    private static final LocalDate DAY = LocalDate.of(2016, 11, 28);
    private static final LocalDateTime LAST_MOMENT = LocalDateTime.of(2016, 11, 23, 9, 0);
    private static final LocalDateTime IN_TIME = LAST_MOMENT.minusSeconds(1);
    private static final Reason NOT_REGISTERED = Reason.of("registration.none");
    private static final Reason CLOSED = Reason.of("closed.weekday");
    private static final DayToAdd ORDINARY =
            new DayToAdd(DAY, null, null, null, Deadline.at(LAST_MOMENT), false, false, false, 1);

    /** How a clerk asks. */
    private record Asking(LocalDateTime arrival, boolean override, boolean mayWait) {
        DayVerdict of(DayToAdd day) {
            return day.decide(arrival, override, mayWait);
        }
    }

    private static final Asking EARLY = new Asking(IN_TIME, false, true);
    private static final Asking LATE = new Asking(LAST_MOMENT, false, true);

    private static DayToAdd day(
            @Nullable Reason notRegistered, @Nullable Reason closed, boolean booked, boolean waiting, boolean full) {
        return new DayToAdd(DAY, notRegistered, closed, null, Deadline.at(LAST_MOMENT), booked, waiting, full, 3);
    }

    @Test
    void aFreePlaceInTimeIsBooked() {
        assertThat(EARLY.of(ORDINARY)).isEqualTo(new DayVerdict(DAY, Verdict.BOOKED, Deadline.at(LAST_MOMENT), null));
    }

    @Test
    void theCutOffIsExclusive() {
        assertThat(LATE.of(ORDINARY))
                .isEqualTo(new DayVerdict(
                        DAY, Verdict.TOO_LATE, Deadline.at(LAST_MOMENT), Reason.of("deadline.passed", LAST_MOMENT)));
    }

    @Test
    void anOverrideLiftsTheDeadlineAndNothingElse() {
        Asking override = new Asking(LAST_MOMENT, true, true);
        assertThat(override.of(ORDINARY).verdict()).isEqualTo(Verdict.BOOKED);
        assertThat(override.of(day(null, CLOSED, false, false, false)).verdict())
                .isEqualTo(Verdict.CLOSED);
        assertThat(override.of(day(NOT_REGISTERED, null, false, false, false)).verdict())
                .isEqualTo(Verdict.NOT_REGISTERED);
        assertThat(override.of(day(null, null, false, false, true)).verdict()).isEqualTo(Verdict.WAITING);
    }

    @Test
    void aClosedDayIsClosedHoweverEarly() {
        DayVerdict verdict = EARLY.of(day(null, CLOSED, false, false, false));
        assertThat(verdict.verdict()).isEqualTo(Verdict.CLOSED);
        assertThat(verdict.reason()).isEqualTo(CLOSED);
    }

    @Test
    void withoutARegistrationNothingIsBooked() {
        DayVerdict verdict = EARLY.of(day(NOT_REGISTERED, null, false, false, false));
        assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_REGISTERED);
        assertThat(verdict.reason()).isEqualTo(NOT_REGISTERED);
    }

    @Test
    void aDayBookedAlreadyIsSaidToBeSoEvenLate() {
        DayVerdict verdict = LATE.of(day(null, null, true, false, true));
        assertThat(verdict.verdict()).isEqualTo(Verdict.ALREADY_BOOKED);
        assertThat(verdict.verdict().refuses()).isFalse();
        assertThat(verdict.verdict().changesSomething()).isFalse();
    }

    @Test
    void aFullDayPutsTheChildOnTheWaitingListWithItsRank() {
        DayVerdict verdict = EARLY.of(day(null, null, false, false, true));
        assertThat(verdict.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(verdict.verdict().refuses()).isFalse();
        assertThat(verdict.reason()).isEqualTo(Reason.of("waiting.rank", 3));
    }

    @Test
    void whoWillNotWaitIsRefusedAFullDay() {
        DayVerdict verdict = new Asking(IN_TIME, false, false).of(day(null, null, false, false, true));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FULL);
        assertThat(verdict.verdict().refuses()).isTrue();
    }

    @Test
    void whoWaitsAlreadyKeepsItsRank() {
        DayVerdict verdict = EARLY.of(day(null, null, false, true, true));
        assertThat(verdict.verdict()).isEqualTo(Verdict.ALREADY_WAITING);
        assertThat(verdict.reason()).isEqualTo(Reason.of("waiting.rank", 3));
    }

    @Test
    void whoWaitsAndFindsAPlaceIsBooked() {
        assertThat(EARLY.of(day(null, null, false, true, false)).verdict()).isEqualTo(Verdict.BOOKED);
        assertThat(LATE.of(day(null, null, false, true, false)).verdict()).isEqualTo(Verdict.TOO_LATE);
    }

    @Test
    void withoutNoticeNoDayIsLate() {
        DayToAdd day = new DayToAdd(DAY, null, null, null, Deadline.NEVER, false, false, false, 1);
        assertThat(LATE.of(day).verdict()).isEqualTo(Verdict.BOOKED);
    }

    /** Every combination of what may be known. */
    @Test
    void nothingIsBookedAgainstARule() {
        List<Asking> askings = new ArrayList<>();
        for (int bits = 0; bits < 8; bits++) {
            askings.add(new Asking((bits & 1) == 0 ? IN_TIME : LAST_MOMENT, (bits & 2) != 0, (bits & 4) != 0));
        }
        for (int bits = 0; bits < 32; bits++) {
            boolean full = (bits & 16) != 0;
            DayToAdd day = day(
                    (bits & 1) == 0 ? null : NOT_REGISTERED,
                    (bits & 2) == 0 ? null : CLOSED,
                    (bits & 4) != 0,
                    (bits & 8) != 0,
                    full);
            for (Asking asking : askings) {
                DayVerdict verdict = asking.of(day);
                boolean allowed = day.notRegistered() == null
                        && day.closed() == null
                        && !day.booked()
                        && (asking.override() || asking.arrival().isBefore(LAST_MOMENT));
                assertThat(verdict.verdict() == Verdict.BOOKED)
                        .as("%s %s", day, asking)
                        .isEqualTo(allowed && !full);
                assertThat(verdict.verdict() == Verdict.WAITING)
                        .as("%s %s", day, asking)
                        .isEqualTo(allowed && full && !day.waiting() && asking.mayWait());
                assertThat(verdict.reason() != null)
                        .as("a refusal says why: %s", verdict)
                        .isEqualTo(verdict.verdict().refuses()
                                || verdict.verdict() == Verdict.WAITING
                                || verdict.verdict() == Verdict.ALREADY_WAITING);
            }
        }
    }
}
