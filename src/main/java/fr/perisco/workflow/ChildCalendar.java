package fr.perisco.workflow;

import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.SetupStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A child's month as the portal shows it: one row a unit it is registered for. */
public final class ChildCalendar {
    /**
     * A unit's row.
     *
     * @param open the days on which it is open and the child registered
     * @param days the days that have a state
     */
    public record Row(String activity, String unit, String label, DaySet open, List<ListedDay> days) {}

    private final Office office;

    public ChildCalendar(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when there is no such child, or the month's school year is not loaded
     */
    public List<Row> of(String childCode, YearMonth month) {
        List<ListedDay> days = new ReservationList(office)
                .of(new ReservationList.Filter(
                        childCode, null, null, null, month.atDay(1), month.atEndOfMonth(), null));
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            SchoolCalendar calendar = setup.calendar();
            if (!calendar.isLoaded(month.atDay(1))) {
                throw Refused.because(
                        "calendar.not-loaded", SchoolYear.of(month.atDay(1)).toString(), month.atDay(1));
            }
            OpenDays openDays = new OpenDays(calendar);
            long child = new FamilyStore(office.database())
                    .child(childCode)
                    .orElseThrow(() -> Refused.because("unknown.child", childCode))
                    .id();
            List<Registration> registrations = new RegistrationStore(office.database()).ofChild(child);
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
            return rows;
        });
    }
}
