package fr.perisco.workflow;

import fr.perisco.domain.activity.DaysInTime;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.DaysBeyond;
import fr.perisco.domain.reservation.EndRecap;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import fr.perisco.store.ReservationStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settles what stands after the last days of registrations: days in time are taken back, late ones stay billed, requests and
 * waiting places are withdrawn. Typical weeks stay as they are: the registration bounds them.
 */
final class DaysAfterEnd {
    /** From so many registrations on, a month is read whole rather than by their keys. */
    private static final int MANY = 500;

    private record Place(long registrationId, long unitId, YearMonth month) {}

    private final Journal journal;
    private final Map<Long, Registration> ended;
    private final @Nullable Collection<Long> ids;
    private final boolean waive;
    private final ReservationStore reservations;
    private final DayRequestStore requests;
    private final List<Unit> units;
    private final SchoolCalendar calendar;
    private final FreedPlaces freed;
    private final DaysInTime inTime;
    private final Map<Place, List<DayRequest>> asked = new HashMap<>();
    private final Map<Long, EndRecap> recaps = new HashMap<>();
    private List<PlaceOffer> offers = List.of();

    /**
     * @param ended with their new last days, by their keys
     * @param waive whether late days are not billed either
     */
    DaysAfterEnd(Office office, Journal journal, Map<Long, Registration> ended, boolean waive) {
        Rulebook rules = new Rulebook(office);
        this.journal = journal;
        this.ended = ended;
        this.ids = ended.size() < MANY ? ended.keySet() : null;
        this.waive = waive;
        this.reservations = new ReservationStore(office.database());
        this.requests = new DayRequestStore(office.database());
        this.calendar = rules.calendar();
        this.freed = new FreedPlaces(office, rules, office.now());
        this.inTime = new DaysInTime(calendar, office.now());
        this.units = rules.units().stream()
                .filter(unit -> ended.values().stream()
                        .anyMatch(row -> row.activityId() == unit.activity().id()))
                .toList();
    }

    /**
     * Settles.
     *
     * @param lastOfAll the latest day on which one of them lasted until now
     * @return what became of it, by the keys of the units
     */
    Map<Long, EndRecap> settle(LocalDate lastOfAll) {
        findRequests();
        YearMonth last = YearMonth.from(units.stream()
                .map(unit -> unit.activity().to())
                .reduce(lastOfAll, (some, other) -> other.isAfter(some) ? other : some));
        List<Long> unitIds = units.stream().map(Unit::id).toList();
        for (YearMonth month = firstMonth(); !month.isAfter(last); month = month.plusMonths(1)) {
            MonthSheet sheet = reservations.sheet(month, unitIds, ids);
            ended.values().forEach(registration -> settleDays(registration, sheet));
            sheet.save(journal);
        }
        asked.values()
                .forEach(left -> left.forEach(request -> {
                    requests.withdraw(request, journal);
                    recaps.merge(request.unitId(), EndRecap.NOTHING.oneWithdrawn(), EndRecap::plus);
                }));
        offers = freed.fill(journal);
        return recaps;
    }

    /** To whom the places went that were freed. */
    List<PlaceOffer> offers() {
        return offers;
    }

    private void findRequests() {
        for (DayRequest request : ids == null ? requests.open() : requests.openOf(ids)) {
            Registration registration = ended.get(request.registrationId());
            if (registration != null && request.day().isAfter(registration.to())) {
                asked.computeIfAbsent(
                                new Place(registration.id(), request.unitId(), YearMonth.from(request.day())),
                                place -> new ArrayList<>(1))
                        .add(request);
            }
        }
    }

    private YearMonth firstMonth() {
        return YearMonth.from(ended.values().stream()
                .map(Registration::to)
                .min(LocalDate::compareTo)
                .orElseThrow());
    }

    private void settleDays(Registration registration, MonthSheet sheet) {
        YearMonth month = sheet.month();
        DaySet beyond = DaySet.between(month, registration.to().plusDays(1), month.atEndOfMonth());
        if (beyond.isEmpty()) {
            return;
        }
        for (Unit unit : units) {
            if (unit.activity().id() == registration.activityId()) {
                ReservationMonth before = sheet.of(unit.id(), registration.id());
                NoticePeriod notice = unit.activity().cancelNotice();
                List<DayRequest> cancellations =
                        asked.getOrDefault(new Place(registration.id(), unit.id(), month), List.of());
                DaySet intime = inTime.among(before.booked().intersect(beyond), notice, month)
                        .union(askedInTime(cancellations, notice));
                DaysBeyond days = DaysBeyond.of(before, beyond, intime, waive);
                sheet.put(days.sets());
                freed.note(unit, month, Occupancy.freed(before, days.sets()));
                recaps.merge(unit.id(), EndRecap.NOTHING.plus(days), EndRecap::plus);
            }
        }
    }

    /** A cancellation that reached the office in time and waits for its decision is as good as one that is made now. */
    private DaySet askedInTime(List<DayRequest> cancellations, NoticePeriod notice) {
        return DaySet.of(cancellations.stream()
                .filter(DayRequest::cancels)
                .filter(request -> notice.deadline(request.day(), calendar).isOpenAt(request.submittedAt()))
                .map(DayRequest::day)
                .toList());
    }
}
