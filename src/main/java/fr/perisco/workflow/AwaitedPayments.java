package fr.perisco.workflow;

import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.payment.AwaitedPayment;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFip;
import fr.perisco.domain.payment.PayFipAttempt;
import fr.perisco.exchange.pdf.AwaitedDocument;
import fr.perisco.exchange.pdf.PaymentListPdf;
import fr.perisco.store.AttemptStore;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TreasuryStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** References that can be paid online and for which money is still missing. */
public final class AwaitedPayments {
    /**
     * Which references; null for all.
     *
     * @param month the month invoiced
     * @param sinceDays only invoices that were issued at least so many days ago; 0 for all
     */
    public record Filter(
            @Nullable YearMonth month, @Nullable String familyCode, int sinceDays) {}

    private final Office office;

    public AwaitedPayments(Office office) {
        this.office = office;
    }

    /** Those where an attempt failed first, then by number's order of issue. */
    public List<AwaitedPayment> list(Filter filter) {
        return office.read(() -> {
            Long familyId =
                    filter.familyCode() == null ? null : (Long) new FamilyCodes(office).idOf(filter.familyCode());
            LocalDate today = office.today();
            List<OpenInvoice> open = open(familyId, filter.month());
            Map<String, ListedInvoice> listed = new HashMap<>();
            new InvoiceStore(office.database())
                    .list(InvoiceStore.Wanted.of(filter.month(), filter.familyCode()))
                    .forEach(invoice -> listed.put(invoice.number(), invoice));
            Map<String, PayFipAttempt> attempts = new AttemptStore(office.database())
                    .unanswered(open.stream().map(OpenInvoice::number).toList());
            return open.stream()
                    .map(invoice -> new AwaitedPayment(
                            Objects.requireNonNull(listed.get(invoice.number())),
                            invoice.login(),
                            attempts.get(invoice.number())))
                    .filter(awaited -> awaited.daysSinceIssue(today) >= filter.sinceDays())
                    .sorted(AwaitedPayment.FAILED_FIRST)
                    .toList();
        });
    }

    /** Invoices with an open balance that can be paid online, and that the treasury does not collect. */
    List<OpenInvoice> open(@Nullable Long familyId, @Nullable YearMonth month) {
        Set<Long> handedOver = new TreasuryStore(office.database()).handedOver();
        PayFip payFip = new SetupStore(office.database()).settings().payFip();
        return new PaymentStore(office.database())
                .openInvoices(familyId, month).stream()
                        .filter(invoice -> !handedOver.contains(invoice.id())
                                && payFip.whyNotPayable(invoice).isEmpty())
                        .toList();
    }

    /** The day on which they are looked at. */
    public LocalDate today() {
        return office.today();
    }

    /**
     * Prints them.
     *
     * @return the characters that no font has; empty when there is none
     */
    public String print(List<AwaitedPayment> payments, Path file) {
        AwaitedDocument document = new AwaitedDocument(
                InvoiceDocuments.head(new SetupStore(office.database()).settings())
                        .name(),
                office.today(),
                payments);
        return PrintedPdf.put(office, file, out -> new PaymentListPdf().write(document, out))
                .missing();
    }
}
