package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.UnitScope;
import fr.perisco.store.MealStore;
import fr.perisco.store.SetupStore;
import java.util.List;

/** How many children are expected on each day, by school and diet: what the kitchen cooks for. */
public final class MealReport {
    private final Office office;

    public MealReport(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code names nothing
     */
    public List<MealCount> of(UnitScope scope) {
        return office.read(() -> count(office, scope));
    }

    /** What is expected as the database stands, inside a read or an act. */
    static List<MealCount> count(Office office, UnitScope scope) {
        List<Long> units = Units.in(scope, new SetupStore(office.database())).stream()
                .map(Unit::id)
                .toList();
        MealStore meals = new MealStore(office.database());
        return scope.days()
                .days()
                .flatMap(day -> meals.on(day, units).stream())
                .filter(count -> scope.holdsSchool(count.school()))
                .toList();
    }
}
