package fr.perisco.workflow;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.DayToCancel;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.store.Journal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on days of one child that are to be cancelled at a desk, and cancels them. Only inside an act. */
final class DayRemoval {
    private final DayDesk desk;
    private final LocalDateTime arrival;
    private final CancelManner manner;

    /**
     * @param arrival when the request reached the office, Europe/Paris wall time
     */
    DayRemoval(DayDesk desk, LocalDateTime arrival, CancelManner manner) {
        this.desk = desk;
        this.arrival = arrival;
        this.manner = manner;
    }

    DayVerdict decide(LocalDate day) {
        return dayToCancel(day).decide(arrival, manner);
    }

    /** Whether the day is booked, or was attended. */
    boolean isHeld(LocalDate day) {
        return holder(day).isPresent();
    }

    /** The sets that hold the day booked, or attended; a child may have several registrations. */
    private Optional<ReservationMonth> holder(LocalDate day) {
        return desk.registrations.stream()
                .map(Registration::id)
                .map(id -> desk.sheet(day).of(desk.unit.id(), id))
                .filter(sets ->
                        sets.booked().contains(day) || sets.cameUnbooked().contains(day))
                .findFirst();
    }

    private DayToCancel dayToCancel(LocalDate day) {
        Optional<ReservationMonth> holder = holder(day);
        DayState state = holder.map(sets -> sets.stateOf(day.getDayOfMonth()))
                .orElseGet(() -> desk.registrations.stream()
                        .map(row -> desk.sheet(day).of(desk.unit.id(), row.id()).stateOf(day.getDayOfMonth()))
                        .filter(found -> found != DayState.NONE)
                        .findFirst()
                        .orElse(DayState.NONE));
        return new DayToCancel(
                day,
                holder.isPresent() ? deadline(day) : null,
                state,
                holder.filter(sets -> sets.cameUnbooked().contains(day)).isPresent(),
                desk.waiting(day).isPresent());
    }

    /** A deadline that nobody has to keep is shown where it can be worked out. */
    private @Nullable Deadline deadline(LocalDate day) {
        NoticePeriod notice = desk.unit.activity().cancelNotice();
        return manner.heedsDeadline()
                ? notice.deadline(day, desk.rules.calendar())
                : Deadline.ifKnown(notice, day, desk.rules.calendar()).orElse(null);
    }

    /** Does what a verdict says; the desk saves it. */
    void apply(DayVerdict verdict, FreedPlaces freed, Journal journal) {
        LocalDate day = verdict.day();
        if (desk.waiting(day).isPresent()) {
            desk.requests.withdraw(desk.waiting(day).orElseThrow(), journal);
            return;
        }
        holder(day).ifPresent(before -> {
            ReservationMonth after = cancelled(before, verdict);
            desk.sheet(day).put(after);
            freed.note(desk.unit, before.month(), Occupancy.freed(before, after));
        });
    }

    private static ReservationMonth cancelled(ReservationMonth sets, DayVerdict verdict) {
        DaySet days = DaySet.of(verdict.day());
        return switch (verdict.verdict()) {
            case CANCELLED -> sets.cancel(days);
            case CANCELLED_LATE -> sets.cancelLate(days);
            case WAIVED -> sets.waive(days);
            default -> sets;
        };
    }
}
