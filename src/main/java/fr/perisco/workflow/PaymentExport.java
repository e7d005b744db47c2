package fr.perisco.workflow;

import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFip;
import fr.perisco.domain.payment.PaymentReference;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The payment references of all invoices with an open balance. */
public final class PaymentExport {
    /**
     * @param notPayable why the others cannot be paid online
     */
    public record References(List<PaymentReference> references, List<Reason> notPayable) {}

    private final Office office;

    public PaymentExport(Office office) {
        this.office = office;
    }

    /**
     * @param month the month invoiced; null for all
     * @param family code of the only family; null for all
     */
    public References references(@Nullable YearMonth month, @Nullable String family) {
        return office.read(() -> {
            PayFip payFip = new SetupStore(office.database()).settings().payFip();
            List<PaymentReference> references = new ArrayList<>();
            List<Reason> notPayable = new ArrayList<>();
            Long familyId = family == null ? null : new FamilyCodes(office).idOf(family);
            for (OpenInvoice invoice : new PaymentStore(office.database()).openInvoices(familyId, month)) {
                payFip.whyNotPayable(invoice)
                        .ifPresentOrElse(notPayable::add, () -> references.add(payFip.referenceOf(invoice)));
            }
            return new References(references, notPayable);
        });
    }
}
