package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayHistoryTest {
    private static final int DAY = 10;

    private final List<DayHistory.Step> steps = new ArrayList<>();

    private void added(String act, DaySetKind set) {
        steps.add(new DayHistory.Step(act(act), set, DaySet.of(DAY), DaySet.EMPTY));
    }

    private void removed(String act, DaySetKind set) {
        steps.add(new DayHistory.Step(act(act), set, DaySet.EMPTY, DaySet.of(DAY)));
    }

    private static DayAct act(String kind) {
        return new DayAct(LocalDateTime.of(2016, 10, 14, 9, 0), "clerk", kind, "");
    }

    private void assertDay(String state, String origin) {
        DayHistory history = new DayHistory(steps);
        assertThat(history.stateOf(DAY)).isEqualTo(state);
        assertThat(history.originOf(DAY).map(DayAct::kind)).contains(origin);
        assertThat(history.originOf(DAY + 1)).isEmpty();
        assertThat(history.stateOf(DAY + 1)).isEqualTo("none");
    }

    @Test
    void theLastBookingIsTheOneThatCounts() {
        added("first", DaySetKind.BOOKED);
        removed("undo", DaySetKind.BOOKED);
        added("undo", DaySetKind.CANCELLED);
        removed("again", DaySetKind.CANCELLED);
        added("again", DaySetKind.BOOKED);
        added("roll call", DaySetKind.PRESENT);
        assertDay("booked", "again");
    }

    @Test
    void aDayCancelledLateKeepsItsBooking() {
        added("booking", DaySetKind.BOOKED);
        added("late", DaySetKind.CANCELLED_LATE);
        assertDay("cancelled-late", "booking");
    }

    @Test
    void whoCameWithoutBookingHasTheRollCall() {
        added("roll call", DaySetKind.PRESENT);
        assertDay("present", "roll call");
    }

    @Test
    void aDayTakenBackHasWhoTookIt() {
        added("booking", DaySetKind.BOOKED);
        removed("waiver", DaySetKind.BOOKED);
        added("waiver", DaySetKind.CANCELLED);
        added("waiver", DaySetKind.WAIVED);
        assertDay("waived", "waiver");
    }

    @Test
    void anExcuseIsTheLastWord() {
        added("booking", DaySetKind.BOOKED);
        added("excuse", DaySetKind.EXCUSED);
        assertDay("excused", "excuse");
    }
}
