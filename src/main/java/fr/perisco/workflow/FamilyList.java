package fr.perisco.workflow;

import fr.perisco.domain.family.ListedFamily;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyListStore;
import fr.perisco.store.SetupStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the list of families, with what each owes. */
public final class FamilyList {
    private final Office office;

    public FamilyList(Office office) {
        this.office = office;
    }

    /**
     * In the order of their codes.
     *
     * @param school only families with a child that goes to this school today; null for all
     * @throws Refused when there is no such school
     */
    public List<ListedFamily> of(@Nullable String school) {
        return office.read(() -> {
            Schools.requireKnown(new SetupStore(office.database()), school);
            return new FamilyListStore(office.database()).list(office.today(), school);
        });
    }
}
