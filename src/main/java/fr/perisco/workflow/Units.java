package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Refused;
import java.util.List;

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
}
