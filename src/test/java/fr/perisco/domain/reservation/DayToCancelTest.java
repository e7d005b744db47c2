package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A clerk cancels a day: rules 4.3 and 4.5 of the contract. */
class DayToCancelTest {
    private static final LocalDate DAY = LocalDate.of(2016, 11, 28);
    private static final LocalDateTime LAST_MOMENT = LocalDateTime.of(2016, 11, 23, 9, 0);
    private static final LocalDateTime IN_TIME = LAST_MOMENT.minusSeconds(1);

    private static DayToCancel day(DayState state) {
        return new DayToCancel(DAY, Deadline.at(LAST_MOMENT), state, false, false);
    }

    /** What each manner makes of each state, in time and at the very moment of the deadline. */
    @ParameterizedTest
    @CsvSource({
        "BOOKED,         PLAIN,    CANCELLED,         TOO_LATE",
        "BOOKED,         LATE,     CANCELLED,         CANCELLED_LATE",
        "BOOKED,         WAIVE,    WAIVED,            WAIVED",
        "BOOKED,         OVERRIDE, CANCELLED,         CANCELLED",
        "CANCELLED_LATE, PLAIN,    CANCELLED,         ALREADY_CANCELLED",
        "CANCELLED_LATE, LATE,     CANCELLED,         ALREADY_CANCELLED",
        "CANCELLED_LATE, WAIVE,    WAIVED,            WAIVED",
        "CANCELLED_LATE, OVERRIDE, CANCELLED,         CANCELLED",
        "CANCELLED,      PLAIN,    ALREADY_CANCELLED, ALREADY_CANCELLED",
        "CANCELLED,      LATE,     ALREADY_CANCELLED, ALREADY_CANCELLED",
        "CANCELLED,      WAIVE,    ALREADY_CANCELLED, ALREADY_CANCELLED",
        "CANCELLED,      OVERRIDE, ALREADY_CANCELLED, ALREADY_CANCELLED",
        "NONE,           PLAIN,    NOT_BOOKED,        NOT_BOOKED",
        "NONE,           LATE,     NOT_BOOKED,        NOT_BOOKED",
        "NONE,           WAIVE,    NOT_BOOKED,        NOT_BOOKED",
        "NONE,           OVERRIDE, NOT_BOOKED,        NOT_BOOKED",
    })
    void eachMannerHasItsEffect(DayState state, CancelManner manner, Verdict inTime, Verdict late) {
        assertThat(day(state).decide(IN_TIME, manner).verdict()).isEqualTo(inTime);
        assertThat(day(state).decide(LAST_MOMENT, manner).verdict()).isEqualTo(late);
    }

    @Test
    void whatComesTooLateIsToldTheLastMoment() {
        DayVerdict verdict = day(DayState.BOOKED).decide(LAST_MOMENT, CancelManner.PLAIN);
        assertThat(verdict.deadline()).isEqualTo(Deadline.at(LAST_MOMENT));
        assertThat(verdict.reason()).isEqualTo(Reason.of("deadline.passed", LAST_MOMENT));
        assertThat(verdict.verdict().refuses()).isTrue();
    }

    @Test
    void whatStaysBilledIsSaidToBeSo() {
        assertThat(day(DayState.BOOKED).decide(LAST_MOMENT, CancelManner.LATE).reason())
                .isEqualTo(Reason.of("cancel.stays-billed"));
    }

    @ParameterizedTest
    @EnumSource(CancelManner.class)
    void aDayThatIsNotBookedIsRefused(CancelManner manner) {
        DayVerdict verdict = day(DayState.NONE).decide(IN_TIME, manner);
        assertThat(verdict.verdict().refuses()).isTrue();
        assertThat(verdict.reason()).isEqualTo(Reason.of("cancel.not-booked", DAY));
    }

    @ParameterizedTest
    @EnumSource(CancelManner.class)
    void aRepeatedCancellationChangesNothingAndIsNoRefusal(CancelManner manner) {
        Verdict verdict = day(DayState.CANCELLED).decide(LAST_MOMENT, manner).verdict();
        assertThat(verdict.refuses()).isFalse();
        assertThat(verdict.changesSomething()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = DayState.class,
            names = {"NONE", "CANCELLED"})
    void whoCameUnbookedMayBeWaivedAndNothingElse(DayState state) {
        DayToCancel day = new DayToCancel(DAY, Deadline.at(LAST_MOMENT), state, true, false);
        assertThat(day.decide(LAST_MOMENT, CancelManner.WAIVE).verdict()).isEqualTo(Verdict.WAIVED);
        for (CancelManner manner : new CancelManner[] {CancelManner.PLAIN, CancelManner.LATE, CancelManner.OVERRIDE}) {
            assertThat(day.decide(LAST_MOMENT, manner).verdict().changesSomething())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(CancelManner.class)
    void whoOnlyWaitsMayLeaveTheListAtAnyTime(CancelManner manner) {
        DayToCancel day = new DayToCancel(DAY, null, DayState.NONE, false, true);
        DayVerdict verdict = day.decide(LAST_MOMENT.plusYears(1), manner);
        assertThat(verdict.verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(verdict.reason()).isEqualTo(Reason.of("waiting.withdrawn"));
    }

    @Test
    void withoutNoticeNoCancellationIsLate() {
        DayToCancel day = new DayToCancel(DAY, Deadline.NEVER, DayState.BOOKED, false, false);
        assertThat(day.decide(LAST_MOMENT.plusYears(1), CancelManner.PLAIN).verdict())
                .isEqualTo(Verdict.CANCELLED);
    }
}
