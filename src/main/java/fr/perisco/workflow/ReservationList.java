package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.ReservationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads reservations day by day, with what is asked for and what waits. */
public final class ReservationList {
    /**
     * Which days to show; null for all.
     *
     * @param school where the child goes to school on the day
     */
    public record Filter(
            @Nullable String child,
            @Nullable String family,
            @Nullable String school,
            @Nullable String activity,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable DayState state) {}

    /** A day has one state for a child, a unit and a payer. */
    private record Place(String child, String activity, String unit, LocalDate day, String family) {
        static Place of(ListedDay day) {
            return new Place(day.child(), day.activity(), day.unit(), day.day(), day.family());
        }
    }

    private static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);
    private static final Comparator<ListedDay> ORDER = Comparator.comparing(ListedDay::child)
            .thenComparing(ListedDay::activity)
            .thenComparing(ListedDay::unit)
            .thenComparing(ListedDay::day)
            .thenComparing(ListedDay::family);

    private final Office office;
    private final Map<Long, Named> registrations = new HashMap<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private final Map<Place, ListedDay> days = new HashMap<>();
    private final Map<String, SchoolHistory> schools = new HashMap<>();

    public ReservationList(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code names nothing
     */
    public List<ListedDay> of(Filter filter) {
        return office.read(() -> {
            List<Unit> known = new SetupStore(office.database()).units();
            requireKnown(filter, known);
            new RegistrationStore(office.database())
                    .named(filter.child(), filter.family(), filter.activity(), null)
                    .forEach(row -> registrations.put(row.registration().id(), row));
            if (filter.school() != null) {
                readSchools();
            }
            known.stream()
                    .filter(unit -> filter.unit() == null || unit.code().equals(filter.unit()))
                    .filter(unit ->
                            filter.activity() == null || unit.activity().code().equals(filter.activity()))
                    .forEach(unit -> units.put(unit.id(), unit));
            boolean all = filter.child() == null && filter.family() == null;
            ReservationStore store = new ReservationStore(office.database());
            store.of(months(store, filter), units.keySet(), all ? null : registrations.keySet())
                    .forEach(sets -> addDays(sets, filter));
            new DayRequestStore(office.database())
                    .waiting().stream()
                            .filter(request -> request.day().isAfter(office.today()))
                            .forEach(request -> addWaiting(request, filter));
            PortalDays portal = new PortalDays(office, registrations.values());
            portal.asked(filter.from(), filter.to()).forEach(day -> addAsked(day, filter));
            portal.refused(filter.from(), filter.to()).forEach(day -> addRefused(day, filter));
            return days.values().stream()
                    .filter(day -> filter.state() == null || filter.state() == day.state())
                    .sorted(ORDER)
                    .toList();
        });
    }

    private void readSchools() {
        Map<Long, SchoolHistory> histories = new RollStore(office.database()).schools();
        registrations
                .values()
                .forEach(named -> schools.put(
                        named.child(),
                        histories.getOrDefault(named.registration().childId(), SchoolHistory.NONE)));
    }

    private boolean isAtSchool(ListedDay day, String school) {
        return schools.getOrDefault(day.child(), SchoolHistory.NONE)
                .schoolOn(day.day())
                .filter(school::equals)
                .isPresent();
    }

    private void requireKnown(Filter filter, List<Unit> known) {
        Units.requireKnown(known, filter.activity(), filter.unit());
        new FamilyCodes(office).requireKnown(filter.family());
        Schools.requireKnown(new SetupStore(office.database()), filter.school());
        String child = filter.child();
        if (child != null && new FamilyStore(office.database()).child(child).isEmpty()) {
            throw Refused.because("unknown.child", child);
        }
    }

    private static List<YearMonth> months(ReservationStore store, Filter filter) {
        YearMonth first = filter.from() == null ? FIRST_MONTH : YearMonth.from(filter.from());
        return store.monthsFrom(first).stream()
                .filter(month -> filter.to() == null || !month.atDay(1).isAfter(filter.to()))
                .toList();
    }

    private void addDays(ReservationMonth sets, Filter filter) {
        Named named = registrations.get(sets.registrationId());
        Unit unit = units.get(sets.unitId());
        if (named == null || unit == null) {
            return;
        }
        DaySet shown = sets.booked()
                .union(sets.cancelled())
                .union(sets.present())
                .union(sets.absent())
                .union(sets.excused());
        shown.days(sets.month())
                .forEach(day -> add(
                        named,
                        unit,
                        day,
                        sets.stateOf(day.getDayOfMonth()),
                        sets.attendanceOf(day).map(Attendance::code).orElse(""),
                        filter));
    }

    private void addWaiting(DayRequest request, Filter filter) {
        Named named = registrations.get(request.registrationId());
        Unit unit = units.get(request.unitId());
        if (named != null && unit != null) {
            add(named, unit, request.day(), request.state(), "", filter);
        }
    }

    /** While nobody has decided, the day shows what is asked for; a day that is booked is asked for in vain. */
    private void addAsked(ListedDay asked, Filter filter) {
        ListedDay found = days.get(Place.of(asked));
        if (found == null
                || asked.state() == DayState.CANCEL_REQUESTED
                || !(found.state() == DayState.BOOKED || found.state() == DayState.WAITING)) {
            put(asked, filter);
        }
    }

    /** A refusal leaves the state that it found, and shows where there was none. */
    private void addRefused(ListedDay refused, Filter filter) {
        ListedDay found = days.get(Place.of(refused));
        if (found == null || found.state() == DayState.REFUSED || found.state() == DayState.NONE) {
            put(refused, filter);
        }
    }

    private void add(Named named, Unit unit, LocalDate day, DayState state, String attendance, Filter filter) {
        put(
                new ListedDay(
                        named.child(),
                        named.childName(),
                        named.family(),
                        named.activity(),
                        unit.code(),
                        day,
                        state,
                        attendance,
                        null),
                filter);
    }

    private void put(ListedDay day, Filter filter) {
        boolean wanted = (filter.from() == null || !day.day().isBefore(filter.from()))
                && (filter.to() == null || !day.day().isAfter(filter.to()))
                && (filter.child() == null || filter.child().equals(day.child()))
                && (filter.family() == null || filter.family().equals(day.family()))
                && (filter.activity() == null || filter.activity().equals(day.activity()))
                && (filter.unit() == null || filter.unit().equals(day.unit()))
                && (filter.school() == null || isAtSchool(day, filter.school()));
        if (wanted) {
            days.put(Place.of(day), day);
        }
    }
}
