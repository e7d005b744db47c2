package fr.perisco.workflow;

import fr.perisco.domain.family.ListedFamily;
import fr.perisco.store.FamilyListStore;
import java.util.List;

/** Reads the list of families, with what each owes. */
public final class FamilyList {
    private final Office office;

    public FamilyList(Office office) {
        this.office = office;
    }

    public List<ListedFamily> all() {
        return office.read(() -> new FamilyListStore(office.database()).list(office.today()));
    }
}
