package fr.perisco.workflow;

import fr.perisco.domain.payment.ListedPayment;
import fr.perisco.store.PaymentStore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the payments that were received. */
public final class Payments {
    private final Office office;

    public Payments(Office office) {
        this.office = office;
    }

    /**
     * @param familyCode null for all
     * @param from first day of receipt; null for the beginning
     * @param to last day; null for the end
     */
    public List<ListedPayment> list(@Nullable String familyCode, @Nullable LocalDate from, @Nullable LocalDate to) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(familyCode);
            return new PaymentStore(office.database()).list(familyCode, from, to);
        });
    }
}
