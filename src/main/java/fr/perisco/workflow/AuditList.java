package fr.perisco.workflow;

import fr.perisco.domain.office.AuditedAct;
import fr.perisco.domain.office.AuditedChange;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.AuditStore;
import fr.perisco.store.AuditStore.Acts;
import fr.perisco.store.AuditStore.Concern;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.InvoiceStore;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail. */
public final class AuditList {
    /**
     * Which acts; null for all.
     *
     * @param from first day on which it was done, Europe/Paris
     */
    public record Filter(
            @Nullable Long act,
            @Nullable String by,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        private Acts acts() {
            return new Acts(act, by, kind, from, to);
        }
    }

    private final Office office;

    public AuditList(Office office) {
        this.office = office;
    }

    /** Acts, in the order in which they were done. */
    public List<AuditedAct> acts(Filter filter) {
        return office.read(() -> new AuditStore(office.database()).acts(filter.acts()));
    }

    /** When the last act was recorded, Europe/Paris; empty where there is none. */
    Optional<LocalDateTime> lastMoment() {
        return office.read(() -> new AuditStore(office.database()).lastMoment());
    }

    /**
     * What acts changed, of one family, child or invoice, or of everything.
     *
     * @throws Refused when a code names nothing
     */
    public List<AuditedChange> changes(
            Filter filter, @Nullable String family, @Nullable String child, @Nullable String invoice) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(family);
            if (child != null && new FamilyStore(office.database()).child(child).isEmpty()) {
                throw Refused.because("unknown.child", child);
            }
            if (invoice != null
                    && new InvoiceStore(office.database()).find(invoice).isEmpty()) {
                throw Refused.because("unknown.invoice", invoice);
            }
            return new AuditStore(office.database()).changes(filter.acts(), new Concern(family, child, invoice));
        });
    }
}
