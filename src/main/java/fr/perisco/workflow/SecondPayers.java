package fr.perisco.workflow;

import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.registration.Registration;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.SharingStore;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who else pays for registrations, as lists show it. Only inside an act or a reading. */
final class SecondPayers {
    /** A second family's code and its part, and since when; both empty where nobody else pays. */
    record Second(String family, String share, @Nullable LocalDate from) {
        static final Second NOBODY = new Second("", "", null);
    }

    private final Map<Long, Sharing> sharings;
    private final FamilyStore families;

    SecondPayers(Office office) {
        sharings = new SharingStore(office.database()).all();
        families = new FamilyStore(office.database());
    }

    /** Who pays as well on a day; where nobody does, who will next. */
    Second of(Registration registration, LocalDate day) {
        Sharing sharing = sharings.get(registration.id());
        Sharing.Since since = sharing == null ? null : sharing.onOrAfter(day);
        Long second = since == null ? null : since.second();
        return since == null || second == null
                ? Second.NOBODY
                : new Second(families.familyCode(second), since.part().written(), since.from());
    }

    /** Whether a family pays for the registration at some time. */
    boolean pays(long family, Registration registration) {
        Sharing sharing = sharings.get(registration.id());
        return registration.familyId() == family
                || (sharing != null && sharing.payers().contains(family));
    }
}
