package fr.perisco.workflow;

import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.recovery.DebtLimit;
import fr.perisco.store.SetupStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the office says of units and days, and of who may book, read once for many decisions. Only inside an act or a reading. */
final class Rulebook {
    private final List<Unit> units;
    private final Map<Long, Unit> byId = new HashMap<>();
    private final SchoolCalendar calendar;
    private final OpenDays openDays;
    private final BookingDebts debts;

    Rulebook(Office office) {
        SetupStore setup = new SetupStore(office.database());
        units = setup.units();
        units.forEach(unit -> byId.put(unit.id(), unit));
        calendar = setup.calendar();
        openDays = new OpenDays(calendar);
        debts = new BookingDebts(office, setup.settings().debtLimit().map(DebtLimit::new));
    }

    List<Unit> units() {
        return units;
    }

    Unit unit(long id) {
        return Objects.requireNonNull(byId.get(id));
    }

    SchoolCalendar calendar() {
        return calendar;
    }

    OpenDays openDays() {
        return openDays;
    }

    BookingDebts debts() {
        return debts;
    }
}
