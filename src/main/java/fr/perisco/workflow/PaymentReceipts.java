package fr.perisco.workflow;

import fr.perisco.domain.payment.PaymentReceipt;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.pdf.OfficeHead;
import fr.perisco.exchange.pdf.ReceiptDocument;
import fr.perisco.exchange.pdf.ReceiptPdf;
import fr.perisco.exchange.pdf.Recipient;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.ReceiptStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Receipts of payments: what each payment's own act came to, so that a receipt printed again is the same. */
public final class PaymentReceipts {
    private static final int FAMILIES_AT_ONCE = 500;

    /**
     * Which payments.
     *
     * @param ids their keys; empty for those of a family or a period
     * @param familyCode null for all
     * @param from first day of receipt; null for the beginning
     * @param to last day; null for the end
     */
    public record Selection(
            List<Long> ids,
            @Nullable String familyCode,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Selection {
            ids = List.copyOf(ids);
        }
    }

    /**
     * @param written files that are new or other than before
     * @param unchanged files that were there already with the same content
     * @param notices letters that no font has
     */
    public record Report(List<PaymentReceipt> receipts, int written, int unchanged, List<Reason> notices) {}

    private final Office office;

    public PaymentReceipts(Office office) {
        this.office = office;
    }

    /** @throws Refused when the family or a payment is unknown */
    public List<PaymentReceipt> list(Selection selection) {
        return office.read(() -> find(selection));
    }

    /**
     * Prints receipts.
     *
     * @param oneFile whether all go into one file, or each into a file of its own in a folder
     * @throws Refused when the family or a payment is unknown
     */
    public Report print(Selection selection, Path output, boolean oneFile) {
        return office.read(() -> {
            List<PaymentReceipt> receipts = find(selection);
            List<ReceiptDocument> documents = documents(receipts);
            List<Reason> notices = new ArrayList<>();
            int written = 0;
            int files = 0;
            for (Map.Entry<Path, List<ReceiptDocument>> file :
                    files(documents, output, oneFile).entrySet()) {
                files++;
                PrintedPdf.Outcome outcome =
                        PrintedPdf.put(office, file.getKey(), out -> new ReceiptPdf().write(file.getValue(), out));
                written += outcome.isNew() ? 1 : 0;
                if (!outcome.missing().isEmpty()) {
                    notices.add(Reason.of("report.missing-characters", outcome.missing()));
                }
            }
            return new Report(receipts, written, files - written, notices);
        });
    }

    private static Map<Path, List<ReceiptDocument>> files(
            List<ReceiptDocument> documents, Path output, boolean oneFile) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        return oneFile
                ? Map.of(output, documents)
                : documents.stream()
                        .collect(Collectors.groupingBy(document ->
                                output.resolve("recu-" + document.receipt().id() + ".pdf")));
    }

    private List<PaymentReceipt> find(Selection selection) {
        ReceiptStore store = new ReceiptStore(office.database());
        if (selection.ids().isEmpty()) {
            new FamilyCodes(office).requireKnown(selection.familyCode());
            return store.of(selection.familyCode(), selection.from(), selection.to());
        }
        List<PaymentReceipt> receipts = store.of(selection.ids());
        List<Long> found = receipts.stream().map(PaymentReceipt::id).toList();
        selection.ids().stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
            throw Refused.because("unknown.payment", id);
        });
        return receipts;
    }

    private List<ReceiptDocument> documents(List<PaymentReceipt> receipts) {
        OfficeHead head = InvoiceDocuments.head(new SetupStore(office.database()).settings());
        Map<String, Recipient> families = recipients(
                receipts.stream().map(PaymentReceipt::familyId).distinct().toList());
        return receipts.stream()
                .map(receipt ->
                        new ReceiptDocument(head, Objects.requireNonNull(families.get(receipt.familyCode())), receipt))
                .toList();
    }

    private Map<String, Recipient> recipients(List<Long> familyIds) {
        FamilyStore store = new FamilyStore(office.database());
        Map<String, Recipient> recipients = new HashMap<>();
        for (int from = 0; from < familyIds.size(); from += FAMILIES_AT_ONCE) {
            for (StoredFamily stored :
                    store.families(familyIds.subList(from, Math.min(familyIds.size(), from + FAMILIES_AT_ONCE)))) {
                recipients.put(stored.family().code(), InvoiceDocuments.recipient(TaxCertificates.recipient(stored)));
            }
        }
        return recipients;
    }
}
