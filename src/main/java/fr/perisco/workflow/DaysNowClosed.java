package fr.perisco.workflow;

import fr.perisco.domain.activity.OpeningChange;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import fr.perisco.store.ReservationStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes back what is booked, by rule or by hand, on days that are closed now. Only inside an act. */
final class DaysNowClosed {
    private final ReservationStore reservations;
    private final DayRequestStore requests;
    private final Rulebook rules;
    private final ReappliedDays days;

    DaysNowClosed(Office office, Rulebook rules, ReappliedDays days) {
        this.reservations = new ReservationStore(office.database());
        this.requests = new DayRequestStore(office.database());
        this.rules = rules;
        this.days = days;
    }

    void takeBack(List<OpeningChange> changes, Journal journal) {
        List<OpeningChange> closed = changes.stream()
                .map(this::closed)
                .filter(change -> !change.days().isEmpty())
                .toList();
        if (!closed.isEmpty()) {
            closed.forEach(change -> unbook(change, journal));
            requests.waiting().stream()
                    .filter(request -> closed.stream().anyMatch(change -> holds(change, request)))
                    .forEach(request -> withdraw(request, journal));
        }
    }

    private OpeningChange closed(OpeningChange change) {
        DaySet open = rules.openDays().in(rules.unit(change.unitId()), change.month());
        return new OpeningChange(change.unitId(), change.month(), change.days().minus(open));
    }

    private void unbook(OpeningChange closed, Journal journal) {
        Unit unit = rules.unit(closed.unitId());
        MonthSheet sheet = reservations.sheetOfBooked(closed.month(), unit.id(), closed.days());
        for (ReservationMonth before : sheet.found()) {
            DaySet gone = before.booked().intersect(closed.days());
            sheet.put(before.takeBack(gone));
            gone.days(closed.month())
                    .forEach(day -> note(
                            before.registrationId(),
                            unit,
                            day,
                            WeekEffect.TAKEN_BACK,
                            !before.byRule().contains(day)));
        }
        sheet.save(journal);
    }

    private static boolean holds(OpeningChange closed, DayRequest request) {
        return closed.unitId() == request.unitId()
                && closed.month().equals(YearMonth.from(request.day()))
                && closed.days().contains(request.day());
    }

    private void withdraw(DayRequest request, Journal journal) {
        requests.withdraw(request, journal);
        note(
                request.registrationId(),
                rules.unit(request.unitId()),
                request.day(),
                WeekEffect.WITHDRAWN,
                !request.byRule());
    }

    private void note(long registrationId, Unit unit, LocalDate day, WeekEffect effect, boolean byHand) {
        @Nullable Reason why = rules.openDays().whyClosed(unit, day).orElse(null);
        days.add(registrationId, unit, Stream.of(day), effect, byHand, why);
    }
}
