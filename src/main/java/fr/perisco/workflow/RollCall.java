package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.ExpectedChild;
import fr.perisco.domain.reservation.UnitScope;
import fr.perisco.store.GroupStore;
import fr.perisco.store.RollCallStore;
import fr.perisco.store.SetupStore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is expected where: the children that are called, day by day. */
public final class RollCall {
    /**
     * @param schoolClass in small or capital letters; null for all
     */
    public record Filter(UnitScope scope, @Nullable String schoolClass) {
        boolean holds(ExpectedChild child) {
            return scope.holdsSchool(child.school())
                    && (schoolClass == null || schoolClass.equalsIgnoreCase(child.schoolClass()));
        }
    }

    private final Office office;

    public RollCall(Office office) {
        this.office = office;
    }

    /**
     * In the order of days, units, schools, classes and names.
     *
     * @throws Refused when a code or the class is unknown
     */
    public List<ExpectedChild> list(Filter filter) {
        return office.read(() -> {
            List<Unit> units = units(filter);
            return filter.scope()
                    .days()
                    .days()
                    .flatMap(day -> units.stream().flatMap(unit -> children(filter, unit, DaySpan.of(day))))
                    .toList();
        });
    }

    /** The units whose children are called, inside a read. */
    List<Unit> units(Filter filter) {
        List<Unit> units = Units.in(filter.scope(), new SetupStore(office.database()));
        String school = filter.scope().school();
        String schoolClass = filter.schoolClass();
        if (school != null && schoolClass != null) {
            GroupStore groups = new GroupStore(office.database());
            if (filter.scope().days().days().noneMatch(day -> groups.exists(school, schoolClass, day))) {
                throw Refused.because("unknown.class", schoolClass, school);
            }
        }
        return units;
    }

    /** The children of one unit on some days, in the order of schools, classes, names and days. */
    Stream<ExpectedChild> children(Filter filter, Unit unit, DaySpan days) {
        RollCallStore store = new RollCallStore(office.database());
        List<ExpectedChild> children = days.days()
                .flatMap(day -> store.on(day, unit.id()).stream())
                .filter(filter::holds)
                .toList();
        Comparator<ExpectedChild> order = ExpectedChild.BY_CLASS;
        return days.from().equals(days.to())
                ? children.stream()
                : children.stream().sorted(order);
    }
}
