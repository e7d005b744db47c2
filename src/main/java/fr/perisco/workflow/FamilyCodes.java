package fr.perisco.workflow;

import fr.perisco.domain.reason.Refused;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyStore;
import org.jspecify.annotations.Nullable;

/** Finds families by the codes that people type. */
final class FamilyCodes {
    private final FamilyStore families;
    private final ErasureStore erasures;

    FamilyCodes(Office office) {
        this.families = new FamilyStore(office.database());
        this.erasures = new ErasureStore(office.database());
    }

    /**
     * @throws Refused when there is no such family
     */
    long idOf(String code) {
        return families.familyId(code).orElseThrow(() -> Refused.because("unknown.family", code));
    }

    /**
     * As {@link #idOf}, of a family that is not erased.
     *
     * @throws Refused when there is no such family, or it is erased
     */
    long heldIdOf(String code) {
        long id = idOf(code);
        if (erasures.isErased(id)) {
            throw Refused.because("family.erased", code);
        }
        return id;
    }

    /** Refuses a code that names no family; null names none and passes. */
    void requireKnown(@Nullable String code) {
        if (code != null) {
            idOf(code);
        }
    }
}
