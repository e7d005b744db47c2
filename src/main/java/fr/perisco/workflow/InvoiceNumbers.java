package fr.perisco.workflow;

import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.NumberPattern;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.InvoiceIssue;
import java.util.List;
import java.util.Optional;

/** The series of a month's invoices and that of its credit notes; one series where their patterns say the same. */
final class InvoiceNumbers {
    private final MonthPlan month;
    private final Numbering invoices;
    private final Numbering creditNotes;

    InvoiceNumbers(InvoiceIssue store, OfficeSettings settings, MonthPlan month) {
        this.month = month;
        this.invoices = numbering(store, settings.invoiceNumber(), settings, month);
        Numbering credit = numbering(store, settings.creditNumber(), settings, month);
        this.creditNotes = credit.prefix().equals(invoices.prefix()) ? invoices : credit;
    }

    private static Numbering numbering(
            InvoiceIssue store, NumberPattern pattern, OfficeSettings settings, MonthPlan month) {
        return new Numbering(pattern, store.series(pattern.prefix(settings.code(), month.issuedOn())));
    }

    /** Why the documents cannot all have a number; empty when they can. */
    Optional<Reason> obstacle() {
        List<DraftInvoice> drafts = month.plan().drafts();
        int credits = (int) drafts.stream().filter(InvoiceNumbers::isCredit).count();
        int others = invoices == creditNotes ? drafts.size() : drafts.size() - credits;
        return invoices.obstacle(others, month.issuedOn()).or(() -> creditNotes.obstacle(credits, month.issuedOn()));
    }

    Numbering of(DraftInvoice draft) {
        return isCredit(draft) ? creditNotes : invoices;
    }

    private static boolean isCredit(DraftInvoice draft) {
        return draft.amount().isNegative();
    }
}
