package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.store.MealStore;
import fr.perisco.store.SetupStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many children are expected on each day, by school and diet: what the kitchen cooks for. */
public final class MealReport {
    /** What to count; a code that is null names all. */
    public record Filter(
            DaySpan days,
            @Nullable String activity,
            @Nullable String unit,
            @Nullable String school) {}

    private final Office office;

    public MealReport(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code names nothing
     */
    public List<MealCount> of(Filter filter) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            requireKnown(filter, setup);
            List<Long> units = setup.units().stream()
                    .filter(unit ->
                            filter.activity() == null || unit.activity().code().equals(filter.activity()))
                    .filter(unit -> filter.unit() == null || unit.code().equals(filter.unit()))
                    .map(Unit::id)
                    .toList();
            MealStore meals = new MealStore(office.database());
            return filter.days()
                    .days()
                    .flatMap(day -> meals.on(day, units).stream())
                    .filter(count -> filter.school() == null || count.school().equals(filter.school()))
                    .toList();
        });
    }

    private static void requireKnown(Filter filter, SetupStore setup) {
        Units.requireKnown(setup.units(), filter.activity(), filter.unit());
        String school = filter.school();
        if (school != null
                && setup.schools().stream().noneMatch(row -> row.code().equals(school))) {
            throw Refused.because("unknown.school", school);
        }
    }
}
