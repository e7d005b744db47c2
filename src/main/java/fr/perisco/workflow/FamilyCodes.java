package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyStore;
import org.jspecify.annotations.Nullable;

/** Finds families by the codes that people type. */
final class FamilyCodes {
    private final FamilyStore families;

    FamilyCodes(Office office) {
        this.families = new FamilyStore(office.database());
    }

    /**
     * @throws Refused when there is no such family
     */
    long idOf(String code) {
        return families.familyId(code).orElseThrow(() -> Refused.because("unknown.family", code));
    }

    /** Refuses a code that names no family; null names none and passes. */
    void requireKnown(@Nullable String code) {
        if (code != null) {
            idOf(code);
        }
    }
}
