package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.store.SetupStore;
import org.jspecify.annotations.Nullable;

/** Schools named by their codes. */
final class Schools {
    private Schools() {}

    /**
     * @param code null where none is named
     * @throws Refused when there is no such school
     */
    static void requireKnown(SetupStore setup, @Nullable String code) {
        if (code != null
                && setup.schools().stream().noneMatch(school -> school.code().equals(code))) {
            throw Refused.because("unknown.school", code);
        }
    }
}
