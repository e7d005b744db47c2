package fr.perisco.workflow;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.DayToCancel;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cancels single days, or all that are booked in a period. */
public final class DayCancellation {
    /**
     * What is asked for: either days, or a period.
     *
     * @param from first day of the period; null when days are given
     * @param to last day of the period, included
     * @param reason why days are waived, or cancelled past their deadline; null otherwise
     */
    public record Order(
            String child,
            String activity,
            String unit,
            List<LocalDate> days,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String family,
            CancelManner manner,
            @Nullable String reason,
            boolean allowedOnly) {}

    private final Office office;

    public DayCancellation(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, or nothing is booked in the period
     */
    public DayReport cancel(Order order) {
        return office.act("reservation cancel", order.reason(), journal -> {
            DayDesk desk = new DayDesk(office, order.child(), order.activity(), order.unit(), order.family());
            List<DayVerdict> verdicts = days(desk, order).stream()
                    .map(day -> judge(desk, day, order.manner()).decide(office.now(), order.manner()))
                    .toList();
            boolean proceed = DayReport.mayProceed(verdicts, order.allowedOnly());
            if (proceed) {
                verdicts.forEach(verdict -> apply(desk, verdict, journal));
                desk.save(journal);
            }
            return new DayReport(verdicts, proceed);
        });
    }

    private static List<LocalDate> days(DayDesk desk, Order order) {
        LocalDate from = order.from();
        LocalDate to = order.to();
        if (from == null || to == null) {
            return order.days().stream().distinct().sorted().toList();
        }
        List<LocalDate> booked = from.datesUntil(to.plusDays(1))
                .filter(day ->
                        holder(desk, day).isPresent() || desk.waiting(day).isPresent())
                .toList();
        if (booked.isEmpty()) {
            throw Refused.because("cancel.nothing-booked", from, to);
        }
        return booked;
    }

    /** The sets that hold the day booked, or attended; a child may have several registrations. */
    private static Optional<ReservationMonth> holder(DayDesk desk, LocalDate day) {
        return desk.registrations.stream()
                .map(Registration::id)
                .map(id -> desk.sheet(day).of(desk.unit.id(), id))
                .filter(sets ->
                        sets.booked().contains(day) || sets.cameUnbooked().contains(day))
                .findFirst();
    }

    private static DayToCancel judge(DayDesk desk, LocalDate day, CancelManner manner) {
        Optional<ReservationMonth> holder = holder(desk, day);
        DayState state = holder.map(sets -> sets.stateOf(day.getDayOfMonth()))
                .orElseGet(() -> desk.registrations.stream()
                        .map(row -> desk.sheet(day).of(desk.unit.id(), row.id()).stateOf(day.getDayOfMonth()))
                        .filter(found -> found != DayState.NONE)
                        .findFirst()
                        .orElse(DayState.NONE));
        return new DayToCancel(
                day,
                holder.isPresent() ? deadline(desk, day, manner) : null,
                state,
                holder.filter(sets -> sets.cameUnbooked().contains(day)).isPresent(),
                desk.waiting(day).isPresent());
    }

    /** A deadline that nobody has to keep is shown where it can be worked out. */
    private static @Nullable Deadline deadline(DayDesk desk, LocalDate day, CancelManner manner) {
        NoticePeriod notice = desk.unit.activity().cancelNotice();
        return manner.heedsDeadline()
                ? notice.deadline(day, desk.calendar)
                : Deadline.ifKnown(notice, day, desk.calendar).orElse(null);
    }

    private static void apply(DayDesk desk, DayVerdict verdict, Journal journal) {
        LocalDate day = verdict.day();
        DaySet days = DaySet.of(day);
        if (desk.waiting(day).isPresent()) {
            desk.requests.withdraw(desk.waiting(day).orElseThrow(), journal);
            return;
        }
        MonthSheet sheet = desk.sheet(day);
        holder(desk, day).ifPresent(sets -> {
            switch (verdict.verdict()) {
                case CANCELLED -> sheet.put(sets.cancel(days));
                case CANCELLED_LATE -> sheet.put(sets.cancelLate(days));
                case WAIVED -> sheet.put(sets.waive(days));
                default -> {}
            }
        });
    }
}
