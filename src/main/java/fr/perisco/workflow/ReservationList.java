package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
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
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads reservations day by day, with what is asked for and what waits. */
public final class ReservationList {
    /** Which days to show; null for all. */
    public record Filter(
            @Nullable String child,
            @Nullable String family,
            @Nullable String activity,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable DayState state) {}

    private static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);
    private static final Comparator<ListedDay> ORDER = Comparator.comparing(ListedDay::child)
            .thenComparing(ListedDay::activity)
            .thenComparing(ListedDay::unit)
            .thenComparing(ListedDay::day);

    private final Office office;
    private final Map<Long, Named> registrations = new HashMap<>();
    private final Map<Long, Unit> units = new HashMap<>();
    private final List<ListedDay> days = new ArrayList<>();

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
            known.stream()
                    .filter(unit -> filter.unit() == null || unit.code().equals(filter.unit()))
                    .filter(unit ->
                            filter.activity() == null || unit.activity().code().equals(filter.activity()))
                    .forEach(unit -> units.put(unit.id(), unit));
            boolean all = filter.child() == null && filter.family() == null;
            ReservationStore store = new ReservationStore(office.database());
            store.of(months(store, filter), units.keySet(), all ? null : registrations.keySet())
                    .forEach(sets -> addDays(sets, filter));
            new DayRequestStore(office.database()).open().forEach(request -> addRequest(request, filter));
            days.sort(ORDER);
            return days;
        });
    }

    private void requireKnown(Filter filter, List<Unit> known) {
        Units.requireKnown(known, filter.activity(), filter.unit());
        new FamilyCodes(office).requireKnown(filter.family());
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

    private void addRequest(DayRequest request, Filter filter) {
        Named named = registrations.get(request.registrationId());
        Unit unit = units.get(request.unitId());
        if (named != null && unit != null) {
            add(named, unit, request.day(), request.state(), "", filter);
        }
    }

    private void add(Named named, Unit unit, LocalDate day, DayState state, String attendance, Filter filter) {
        boolean wanted = (filter.from() == null || !day.isBefore(filter.from()))
                && (filter.to() == null || !day.isAfter(filter.to()))
                && (filter.state() == null || filter.state() == state);
        if (wanted) {
            days.add(new ListedDay(
                    named.child(),
                    named.childName(),
                    named.family(),
                    named.activity(),
                    unit.code(),
                    day,
                    state,
                    attendance));
        }
    }
}
