package fr.perisco.workflow;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.DayToAdd;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on days that one child asks for at a desk, and books them. Only inside an act. */
final class DayAddition {
    private final DayDesk desk;
    private final LocalDateTime arrival;
    private final LocalDate today;
    private final boolean override;
    private final boolean mayWait;
    private final Map<YearMonth, Occupancy> occupancies = new HashMap<>();

    /**
     * @param arrival when the request reached the office, Europe/Paris wall time
     * @param today nobody waits for this day or an earlier one
     * @param override whether days past their deadline, or in spite of a debt, are added as if nothing stood against them
     * @param mayWait whether a full day puts the child on the waiting list
     */
    DayAddition(DayDesk desk, LocalDateTime arrival, LocalDate today, boolean override, boolean mayWait) {
        this.desk = desk;
        this.arrival = arrival;
        this.today = today;
        this.override = override;
        this.mayWait = mayWait;
    }

    DayVerdict decide(LocalDate day) {
        return dayToAdd(day).decide(arrival, override, mayWait && day.isAfter(today));
    }

    private DayToAdd dayToAdd(LocalDate day) {
        var notRegistered = desk.whyNotRegistered(day);
        var closed = desk.rules.openDays().whyClosed(desk.unit, day);
        boolean booked = desk.ofAnyPayer.stream()
                .map(row -> desk.sheet(day).of(desk.unit.id(), row.id()))
                .anyMatch(sets -> sets.expected().contains(day));
        boolean full = isFull(day);
        var line = full ? desk.requests.waiting(desk.unit.id(), day) : List.<DayRequest>of();
        var own = desk.waiting(day);
        int before = own.map(line::indexOf).orElseGet(() -> (int) line.stream()
                .filter(request -> !request.submittedAt().isAfter(arrival))
                .count());
        return new DayToAdd(
                day,
                notRegistered.orElse(null),
                closed.orElse(null),
                debt(day).orElse(null),
                closed.isPresent() || notRegistered.isPresent() ? null : deadline(day),
                booked,
                own.isPresent(),
                full,
                before + 1);
    }

    private Optional<Reason> debt(LocalDate day) {
        return desk.registrationOn(day)
                .flatMap(registration -> desk.rules.debts().whyNot(registration.familyId()));
    }

    private boolean isFull(LocalDate day) {
        return desk.unit.hasCapacity()
                && occupancies
                        .computeIfAbsent(
                                YearMonth.from(day), month -> desk.reservations.occupancy(desk.unit.id(), month))
                        .isFull(desk.unit, day);
    }

    /** A deadline that is overridden is shown where it can be worked out. */
    private @Nullable Deadline deadline(LocalDate day) {
        NoticePeriod notice = desk.unit.activity().notice();
        return override
                ? Deadline.ifKnown(notice, day, desk.rules.calendar()).orElse(null)
                : notice.deadline(day, desk.rules.calendar());
    }

    /** Books a day by hand, if it was found free; the desk saves it. */
    void book(DayVerdict verdict, Journal journal) {
        book(verdict, false, journal);
    }

    /** Books a day, if it was found free, for a child that waited for it: by rule where a rule asked. */
    void bookForWaiting(DayVerdict verdict, DayRequest request, Journal journal) {
        book(verdict, request.byRule(), journal);
    }

    private void book(DayVerdict verdict, boolean byRule, Journal journal) {
        if (verdict.verdict() == Verdict.BOOKED) {
            LocalDate day = verdict.day();
            MonthSheet sheet = desk.sheet(day);
            ReservationMonth sets = sheet.of(desk.unit.id(), registrationFor(day));
            sheet.put(byRule ? sets.bookByRule(DaySet.of(day)) : sets.bookByHand(DaySet.of(day)));
            desk.waiting(day).ifPresent(request -> desk.requests.grant(request, journal));
        }
    }

    /** Where the child waits for a day that is full. */
    DayRequestStore.Waiter placeInLine(LocalDate day) {
        return new DayRequestStore.Waiter(desk.registrationOn(day).orElseThrow().id(), desk.unit.id(), day);
    }

    /** A day cancelled late comes back to whoever is billed for it. */
    private long registrationFor(LocalDate day) {
        return desk.ofAnyPayer.stream()
                .filter(row ->
                        desk.sheet(day).of(desk.unit.id(), row.id()).booked().contains(day))
                .findFirst()
                .or(() -> desk.registrationOn(day))
                .map(Registration::id)
                .orElseThrow();
    }
}
