package fr.perisco.workflow;

import fr.perisco.domain.payment.DeskJournal;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.exchange.pdf.DeskJournalDocument;
import fr.perisco.exchange.pdf.PaymentListPdf;
import fr.perisco.store.DeskJournalStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The journal of the payment desk: what came in and left, by day and method. */
public final class PaymentJournal {
    /**
     * Which operations; null for all.
     *
     * @param from first day
     * @param to last day
     */
    public record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PaymentMethod method,
            @Nullable String familyCode) {}

    private final Office office;

    public PaymentJournal(Office office) {
        this.office = office;
    }

    /** @throws fr.perisco.domain.reason.Refused when the family is unknown */
    public DeskJournal of(Filter filter) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(filter.familyCode());
            return new DeskJournal(new DeskJournalStore(office.database())
                    .operations(filter.from(), filter.to(), filter.method(), filter.familyCode()));
        });
    }

    /**
     * Prints a journal.
     *
     * @return the characters that no font has; empty when there is none
     */
    public String print(Filter filter, DeskJournal journal, Path file) {
        DeskJournalDocument document = new DeskJournalDocument(
                InvoiceDocuments.head(new SetupStore(office.database()).settings())
                        .name(),
                filter.from(),
                filter.to(),
                filter.method(),
                filter.familyCode(),
                journal);
        return PrintedPdf.put(office, file, out -> new PaymentListPdf().write(document, out))
                .missing();
    }
}
