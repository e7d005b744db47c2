package fr.perisco.workflow;

import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.SetupStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Children's months as the portal shows them: one row a unit that the child is registered for. */
public final class ChildCalendar {
    /**
     * A unit's row.
     *
     * @param open the days on which it is open and the child registered
     * @param days the days that have a state
     */
    public record Row(String activity, String unit, String label, DaySet open, List<ListedDay> days) {}

    /** A child and its rows; none when it is not registered for anything. */
    public record Sheet(String child, String childName, List<Row> rows) {}

    private final Office office;

    public ChildCalendar(Office office) {
        this.office = office;
    }

    /**
     * Those of these children, in their order, each once.
     *
     * @throws Refused when there is no such child, or the month's school year is not loaded
     */
    public List<Sheet> of(List<String> children, YearMonth month) {
        return children.stream().distinct().map(child -> of(child, month)).toList();
    }

    /**
     * Those of a family's children, in the order of their codes.
     *
     * @throws Refused when there is no such family, or the month's school year is not loaded
     */
    public List<Sheet> ofFamily(String family, YearMonth month) {
        List<String> children = office.read(() -> new FamilyStore(office.database())
                .childrenOf(new FamilyCodes(office).idOf(family)).stream()
                        .map(child -> child.child().code())
                        .toList());
        return of(children, month);
    }

    private Sheet of(String childCode, YearMonth month) {
        List<ListedDay> days = new ReservationList(office)
                .of(new ReservationList.Filter(
                        childCode, null, null, null, null, month.atDay(1), month.atEndOfMonth(), null));
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            SchoolCalendar calendar = setup.calendar();
            if (!calendar.isLoaded(month.atDay(1))) {
                throw Refused.because(
                        "calendar.not-loaded", SchoolYear.of(month.atDay(1)).toString(), month.atDay(1));
            }
            OpenDays openDays = new OpenDays(calendar);
            Child child = new FamilyStore(office.database())
                    .child(childCode)
                    .orElseThrow(() -> Refused.because("unknown.child", childCode));
            List<Registration> registrations = new RegistrationStore(office.database()).ofChild(child.id());
            List<Row> rows = new ArrayList<>();
            for (Unit unit : setup.units()) {
                DaySet registered = registrations.stream()
                        .filter(row -> row.activityId() == unit.activity().id())
                        .map(row -> row.days(month))
                        .reduce(DaySet.EMPTY, DaySet::union);
                if (!registered.isEmpty()) {
                    rows.add(new Row(
                            unit.activity().code(),
                            unit.code(),
                            unit.label(),
                            openDays.in(unit, month).intersect(registered),
                            days.stream()
                                    .filter(day -> day.activity()
                                                    .equals(unit.activity().code())
                                            && day.unit().equals(unit.code()))
                                    .toList()));
                }
            }
            return new Sheet(childCode, child.fullName(), rows);
        });
    }
}
