package fr.perisco.workflow;

import fr.perisco.domain.activity.DaysInTime;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.reservation.RevisedWeek;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.domain.reservation.WeekDays;
import fr.perisco.domain.reservation.WeekRecap;
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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Books the days that typical weeks name, month by month, so that each month of a unit is worked out once for all children. */
final class TypicalWeekBooking {
    private record Waiting(long registrationId, long unitId, YearMonth month) {}

    private final Journal journal;
    private final DayRequestStore.Wish wish;
    private final FreedPlaces freed;
    private final ReservationStore reservations;
    private final DayRequestStore requests;
    private final Rulebook rules;
    private final Map<Long, List<Registration>> registrations;
    private final Map<Long, SchoolHistory> schools;
    private final WeekReach reach;
    private final DaysInTime inTime;
    private final Map<Waiting, DaySet> asked = new HashMap<>();
    private final List<DayRequestStore.Waiter> waiters = new ArrayList<>();
    private final SortedSet<Long> debtors = new TreeSet<>();
    private List<PlaceOffer> offers = List.of();

    /**
     * @param wish when it was asked for, and by whom
     * @param registrations by child
     * @param schools by child
     */
    TypicalWeekBooking(
            Office office,
            Journal journal,
            DayRequestStore.Wish wish,
            Rulebook rules,
            Map<Long, List<Registration>> registrations,
            Map<Long, SchoolHistory> schools) {
        this(office, journal, wish, rules, registrations, schools, WeekReach.EVERYWHERE);
    }

    /**
     * @param reach the days that may be booked
     */
    TypicalWeekBooking(
            Office office,
            Journal journal,
            DayRequestStore.Wish wish,
            Rulebook rules,
            Map<Long, List<Registration>> registrations,
            Map<Long, SchoolHistory> schools,
            WeekReach reach) {
        this.journal = journal;
        this.wish = wish;
        this.freed = new FreedPlaces(office, rules, wish.submittedAt());
        this.reservations = new ReservationStore(office.database());
        this.requests = new DayRequestStore(office.database());
        this.rules = rules;
        this.registrations = registrations;
        this.schools = schools;
        this.reach = reach;
        this.inTime = new DaysInTime(rules.calendar(), wish.submittedAt());
    }

    /**
     * Books.
     *
     * @param weeks in the order in which they take places
     * @param revised those of them that said something else before: what no rule names any more is taken back first
     * @param registrationIds the registrations they may book in, where they are few; null to look at all
     */
    WeekRecap book(List<TypicalWeek> weeks, List<RevisedWeek> revised, @Nullable Collection<Long> registrationIds) {
        if (weeks.isEmpty()) {
            return WeekRecap.NOTHING;
        }
        if (registrationIds == null) {
            rules.debts().readAll();
        }
        for (DayRequest request : registrationIds == null ? requests.waiting() : requests.openOf(registrationIds)) {
            if (request.waiting() && !withdrawn(request, revised)) {
                asked.merge(
                        new Waiting(request.registrationId(), request.unitId(), YearMonth.from(request.day())),
                        DaySet.of(request.day()),
                        DaySet::union);
            }
        }
        List<TypicalWeek> concerned = Stream.concat(
                        weeks.stream(), revised.stream().map(RevisedWeek::before))
                .toList();
        List<Long> unitIds = weeks.stream().map(TypicalWeek::unitId).distinct().toList();
        YearMonth last = lastMonth(concerned);
        WeekRecap recap = WeekRecap.NOTHING;
        for (YearMonth month = firstMonth(concerned); !month.isAfter(last); month = month.plusMonths(1)) {
            List<Long> reached = reached(unitIds, month);
            if (!reached.isEmpty()) {
                Month sets = new Month(reservations.sheet(month, reached, registrationIds));
                recap = sets.takeBack(revised, recap);
                recap = sets.book(weeks, recap);
                sets.save();
            }
        }
        requests.join(waiters, wish, journal);
        offers = freed.fill(journal);
        return recap;
    }

    private List<Long> reached(List<Long> unitIds, YearMonth month) {
        return unitIds.stream().filter(id -> !reach.in(id, month).isEmpty()).toList();
    }

    /** Why families were not booked for that owe too much, in the order of their keys. */
    List<Reason> debts() {
        return debtors.stream()
                .flatMap(family -> rules.debts().whyNot(family).stream())
                .toList();
    }

    /** To whom the places went that were freed. */
    List<PlaceOffer> offers() {
        return offers;
    }

    /** A place that a rule waits for and no rule names any more is no longer waited for. */
    private boolean withdrawn(DayRequest request, List<RevisedWeek> revised) {
        if (!request.byRule()) {
            return false;
        }
        YearMonth month = YearMonth.from(request.day());
        for (RevisedWeek week : revised) {
            if (week.before().unitId() == request.unitId()) {
                for (Registration registration : registrationsOf(week.before())) {
                    if (registration.id() == request.registrationId()
                            && week.dropped(month, registration.familyId()).contains(request.day())) {
                        requests.withdraw(request, journal);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The registrations that a rule may book in, or might have. */
    private List<Registration> registrationsOf(TypicalWeek rule) {
        long activityId = rules.unit(rule.unitId()).activity().id();
        return registrations.getOrDefault(rule.childId(), List.of()).stream()
                .filter(row -> row.activityId() == activityId && rule.isPaidBy(row.familyId()))
                .toList();
    }

    private static YearMonth firstMonth(List<TypicalWeek> rules) {
        return YearMonth.from(
                rules.stream().map(TypicalWeek::from).min(LocalDate::compareTo).orElseThrow());
    }

    private static YearMonth lastMonth(List<TypicalWeek> rules) {
        return YearMonth.from(
                rules.stream().map(TypicalWeek::to).max(LocalDate::compareTo).orElseThrow());
    }

    /** One month of all the rules. */
    private final class Month {
        private final MonthSheet sheet;
        private final YearMonth month;
        private final Map<Long, WeekDays.Bookable> bookable = new HashMap<>();
        private final Map<Long, Occupancy> occupancies = new HashMap<>();

        Month(MonthSheet sheet) {
            this.sheet = sheet;
            this.month = sheet.month();
        }

        void save() {
            sheet.save(journal);
        }

        WeekRecap takeBack(List<RevisedWeek> revised, WeekRecap before) {
            WeekRecap recap = before;
            for (RevisedWeek week : revised) {
                for (Registration registration : registrationsOf(week.before())) {
                    recap = takeBack(week, registration, recap);
                }
            }
            return recap;
        }

        private WeekRecap takeBack(RevisedWeek week, Registration registration, WeekRecap recap) {
            Unit unit = rules.unit(week.before().unitId());
            ReservationMonth sets = sheet.of(unit.id(), registration.id());
            DaySet given = sets.byRule().intersect(week.dropped(month, registration.familyId()));
            if (given.isEmpty()) {
                return recap;
            }
            DaySet taken = inTime.among(given, unit.activity().cancelNotice(), month);
            ReservationMonth after = sets.unbookByRule(taken);
            sheet.put(after);
            freed.note(unit, month, Occupancy.freed(sets, after));
            return recap.givenUp(taken.size(), given.minus(taken).size());
        }

        WeekRecap book(List<TypicalWeek> weeks, WeekRecap before) {
            WeekRecap recap = before;
            for (TypicalWeek rule : weeks) {
                DaySet named = rule.in(month).intersect(reach.in(rule.unitId(), month));
                if (!named.isEmpty()) {
                    recap = book(rule, named, recap);
                }
            }
            return recap;
        }

        private WeekRecap book(TypicalWeek rule, DaySet named, WeekRecap before) {
            Unit unit = rules.unit(rule.unitId());
            WeekRecap recap = before;
            DaySet left = named.intersect(DaySet.between(
                            month, unit.activity().from(), unit.activity().to()))
                    .intersect(schools.getOrDefault(rule.childId(), SchoolHistory.NONE)
                            .daysAt(unit.activity().schoolCode(), month));
            for (Registration registration : registrationsOf(rule)) {
                DaySet covered = left.intersect(registration.days(month));
                if (!covered.isEmpty()) {
                    recap = recap.plus(book(rule, unit, registration, covered));
                    left = left.minus(covered);
                }
            }
            return recap;
        }

        private WeekDays book(TypicalWeek rule, Unit unit, Registration registration, DaySet named) {
            ReservationMonth sets = sheet.of(unit.id(), registration.id());
            WeekDays.Bookable days = bookable.computeIfAbsent(unit.id(), id -> bookableDays(unit));
            DaySet full = unit.hasCapacity() ? occupancy(unit).fullAmong(days.inTime(), unit, month) : DaySet.EMPTY;
            WeekDays free = WeekDays.of(
                    named,
                    days,
                    taken(rule, unit),
                    sets.cancelled(),
                    asked.getOrDefault(new Waiting(registration.id(), unit.id(), month), DaySet.EMPTY),
                    full,
                    wish.mayWait());
            WeekDays decided = rules.debts().whyNot(registration.familyId()).isPresent() ? free.refusedForDebt() : free;
            if (!decided.debt().isEmpty()) {
                debtors.add(registration.familyId());
            }
            if (!decided.booked().isEmpty()) {
                ReservationMonth after = sets.bookByRule(decided.booked());
                sheet.put(after);
                if (unit.hasCapacity()) {
                    occupancy(unit).follow(sets, after);
                }
            }
            decided.toWait().days(month).forEach(day -> {
                waiters.add(new DayRequestStore.Waiter(registration.id(), unit.id(), day));
                asked.merge(new Waiting(registration.id(), unit.id(), month), DaySet.of(day), DaySet::union);
            });
            reach.decided(registration, unit, month, decided);
            return decided;
        }

        private WeekDays.Bookable bookableDays(Unit unit) {
            DaySet open = rules.openDays().in(unit, month);
            return new WeekDays.Bookable(
                    open, inTime.among(open, unit.activity().notice(), month));
        }

        private Occupancy occupancy(Unit unit) {
            return occupancies.computeIfAbsent(unit.id(), id -> reservations.occupancy(id, month));
        }

        /** A day booked in one registration is booked already in the other. */
        private DaySet taken(TypicalWeek rule, Unit unit) {
            DaySet taken = DaySet.EMPTY;
            for (Registration registration : registrations.getOrDefault(rule.childId(), List.of())) {
                if (registration.activityId() == unit.activity().id()) {
                    taken = taken.union(sheet.of(unit.id(), registration.id()).booked());
                }
            }
            return taken;
        }
    }
}
