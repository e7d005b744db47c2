package fr.perisco.workflow;

import fr.perisco.domain.family.Family;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** To whom one writes about what a family owes, as it stands today. Only inside an act or a reading. */
final class Debtors {
    private static final int AT_ONCE = 500;

    private final Map<Long, Recipient> byFamily = new HashMap<>();

    Debtors(Office office, Collection<Long> familyIds) {
        FamilyStore families = new FamilyStore(office.database());
        List<Long> ids = List.copyOf(familyIds);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            families.families(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(stored -> byFamily.put(stored.id(), recipient(stored)));
        }
    }

    Recipient of(long familyId) {
        return Objects.requireNonNull(byFamily.get(familyId));
    }

    private static Recipient recipient(StoredFamily stored) {
        Family family = stored.family();
        String guardian = family.guardian().fullName();
        return new Recipient(
                guardian.isEmpty() ? family.name() : guardian,
                family.address(),
                family.postcode(),
                family.city(),
                family.login());
    }
}
