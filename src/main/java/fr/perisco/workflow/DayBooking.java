package fr.perisco.workflow;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.DayToAdd;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Books single days: a list of them is all or nothing, unless only what is allowed was asked for. */
public final class DayBooking {
    /**
     * What is asked for.
     *
     * @param family the payer; null for the earliest registration
     * @param override why days past their deadline are added all the same; null when they are not
     * @param allowedOnly whether the days that are allowed are booked when others are refused
     * @param mayWait whether a full day puts the child on the waiting list
     */
    public record Order(
            String child,
            String activity,
            String unit,
            List<LocalDate> days,
            @Nullable String family,
            @Nullable String override,
            boolean allowedOnly,
            boolean mayWait) {}

    private final Office office;

    public DayBooking(Office office) {
        this.office = office;
    }

    public DayReport add(Order order) {
        return office.act("reservation add", order.override(), journal -> {
            DayDesk desk = new DayDesk(office, order.child(), order.activity(), order.unit(), order.family());
            Map<YearMonth, Occupancy> occupancies = new HashMap<>();
            List<DayVerdict> verdicts = order.days().stream()
                    .distinct()
                    .sorted()
                    .map(day -> judge(desk, day, order, occupancies)
                            .decide(office.now(), order.override() != null, order.mayWait()))
                    .toList();
            boolean proceed = DayReport.mayProceed(verdicts, order.allowedOnly());
            if (proceed) {
                save(desk, verdicts, journal);
            }
            return new DayReport(verdicts, proceed);
        });
    }

    private DayToAdd judge(DayDesk desk, LocalDate day, Order order, Map<YearMonth, Occupancy> occupancies) {
        var notRegistered = desk.whyNotRegistered(day);
        var closed = desk.openDays.whyClosed(desk.unit, day);
        boolean booked = desk.ofAnyPayer.stream()
                .map(row -> desk.sheet(day).of(desk.unit.id(), row.id()))
                .anyMatch(sets -> sets.expected().contains(day));
        boolean full = desk.unit.hasCapacity()
                && occupancies
                        .computeIfAbsent(
                                YearMonth.from(day), month -> desk.reservations.occupancy(desk.unit.id(), month))
                        .isFull(desk.unit, day);
        var line = full ? desk.requests.waiting(desk.unit.id(), day) : List.<DayRequest>of();
        var own = desk.waiting(day);
        int before = own.map(line::indexOf).orElseGet(() -> (int) line.stream()
                .filter(request -> !request.submittedAt().isAfter(office.now()))
                .count());
        return new DayToAdd(
                day,
                notRegistered.orElse(null),
                closed.orElse(null),
                closed.isPresent() || notRegistered.isPresent() ? null : deadline(desk, day, order),
                booked,
                own.isPresent(),
                full,
                before + 1);
    }

    /** A deadline that is overridden is shown where it can be worked out. */
    private static @Nullable Deadline deadline(DayDesk desk, LocalDate day, Order order) {
        NoticePeriod notice = desk.unit.activity().notice();
        return order.override() == null
                ? notice.deadline(day, desk.calendar)
                : Deadline.ifKnown(notice, day, desk.calendar).orElse(null);
    }

    /** A day cancelled late comes back to whoever is billed for it. */
    private static long registrationFor(DayDesk desk, LocalDate day) {
        return desk.ofAnyPayer.stream()
                .filter(row ->
                        desk.sheet(day).of(desk.unit.id(), row.id()).booked().contains(day))
                .findFirst()
                .or(() -> desk.registrationOn(day))
                .map(Registration::id)
                .orElseThrow();
    }

    private void save(DayDesk desk, List<DayVerdict> verdicts, Journal journal) {
        List<DayRequestStore.Waiter> waiters = new ArrayList<>();
        for (DayVerdict verdict : verdicts) {
            LocalDate day = verdict.day();
            if (verdict.verdict() == Verdict.BOOKED) {
                MonthSheet sheet = desk.sheet(day);
                sheet.put(sheet.of(desk.unit.id(), registrationFor(desk, day)).bookByHand(DaySet.of(day)));
                desk.waiting(day).ifPresent(request -> desk.requests.grant(request, journal));
            } else if (verdict.verdict() == Verdict.WAITING) {
                waiters.add(new DayRequestStore.Waiter(
                        desk.registrationOn(day).orElseThrow().id(), desk.unit.id(), day));
            }
        }
        desk.save(journal);
        desk.requests.join(waiters, office.now(), journal);
    }
}
