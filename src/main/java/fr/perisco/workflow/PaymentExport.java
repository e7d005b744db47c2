package fr.perisco.workflow;

import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFip;
import fr.perisco.domain.payment.PaymentReference;
import fr.perisco.domain.payment.PaymentReferences;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TreasuryStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            PaymentReferences payable = payFip.references();
            List<PaymentReference> references = new ArrayList<>();
            List<Reason> notPayable = new ArrayList<>();
            Long familyId = family == null ? null : new FamilyCodes(office).idOf(family);
            Set<Long> handedOver = new TreasuryStore(office.database()).handedOver();
            for (OpenInvoice invoice : new PaymentStore(office.database()).openInvoices(familyId, month)) {
                Optional<Reason> obstacle = handedOver.contains(invoice.id())
                        ? Optional.of(Reason.of("treasury.handed-over", invoice.number()))
                        : payFip.whyNotPayable(invoice);
                obstacle.ifPresentOrElse(notPayable::add, () -> references.add(payable.of(invoice)));
            }
            return new References(references, notPayable);
        });
    }
}
