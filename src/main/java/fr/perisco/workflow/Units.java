package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.UnitScope;
import fr.perisco.store.SetupStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds units by the codes that people type. */
final class Units {
    private Units() {}

    /**
     * @throws Refused when there is no such activity, or no such unit in it
     */
    static Unit find(List<Unit> units, String activityCode, String unitCode) {
        List<Unit> ofActivity = units.stream()
                .filter(unit -> unit.activity().code().equals(activityCode))
                .toList();
        if (ofActivity.isEmpty()) {
            throw Refused.because("unknown.activity", activityCode);
        }
        return ofActivity.stream()
                .filter(unit -> unit.code().equals(unitCode))
                .findFirst()
                .orElseThrow(() -> Refused.because(
                        "unknown.unit",
                        unitCode,
                        activityCode,
                        String.join(" ", ofActivity.stream().map(Unit::code).toList())));
    }

    /**
     * Refuses codes that name nothing; null names none and passes.
     *
     * @throws Refused when there is no such activity, or no such unit in it, or in any
     */
    static void requireKnown(List<Unit> units, @Nullable String activityCode, @Nullable String unitCode) {
        if (activityCode != null && unitCode != null) {
            find(units, activityCode, unitCode);
        } else if (activityCode != null
                && units.stream().noneMatch(unit -> unit.activity().code().equals(activityCode))) {
            throw Refused.because("unknown.activity", activityCode);
        } else if (unitCode != null
                && units.stream().noneMatch(unit -> unit.code().equals(unitCode))) {
            throw Refused.because("unknown.unit-anywhere", unitCode);
        }
    }

    /**
     * The units that a scope holds.
     *
     * @throws Refused when a code of it names nothing
     */
    static List<Unit> in(UnitScope scope, SetupStore setup) {
        List<Unit> units = setup.units();
        requireKnown(units, scope.activity(), scope.unit());
        Schools.requireKnown(setup, scope.school());
        return units.stream().filter(scope::holds).toList();
    }
}
