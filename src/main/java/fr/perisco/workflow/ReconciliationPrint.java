package fr.perisco.workflow;

import fr.perisco.exchange.pdf.PaymentListPdf;
import fr.perisco.exchange.pdf.ReconciliationDocument;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;

/** Prints what became of the payments of a file. */
public final class ReconciliationPrint {
    private final Office office;

    public ReconciliationPrint(Office office) {
        this.office = office;
    }

    /**
     * @param source the file's name
     * @return the characters that no font has; empty when there is none
     */
    public String print(PaymentImport.Report report, String source, Path file) {
        ReconciliationDocument document = new ReconciliationDocument(
                InvoiceDocuments.head(new SetupStore(office.database()).settings())
                        .name(),
                source,
                office.today(),
                report.entries().stream()
                        .map(entry -> new ReconciliationDocument.Entry(entry.line(), entry.outcome()))
                        .toList(),
                report.payments().counts().get(0).rejected());
        return PrintedPdf.put(office, file, out -> new PaymentListPdf().write(document, out))
                .missing();
    }
}
