package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.SetupStore;

/** Finds activities by the codes that people type. */
final class Activities {
    private Activities() {}

    /**
     * @throws Refused when there is no such activity
     */
    static Activity find(SetupStore setup, String code) {
        return setup.activities().stream()
                .filter(activity -> activity.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.because("unknown.activity", code));
    }
}
