package fr.perisco.workflow;

import fr.perisco.exchange.pdf.FaultListDocument;
import fr.perisco.exchange.pdf.PaymentListPdf;
import fr.perisco.store.SetupStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Prints what is wrong in files that were to be imported. */
public final class FaultPrint {
    /**
     * A fault in words.
     *
     * @param column of the row, from 1; 0 when the fault is the row's as a whole
     */
    public record Line(String source, long line, int column, String fault) {}

    private final Office office;

    public FaultPrint(Office office) {
        this.office = office;
    }

    /** Writes the file, in a rehearsal too: it is what the rehearsal is for. */
    public void print(List<Line> lines, Path file) {
        String name = office.read(() -> InvoiceDocuments.head(new SetupStore(office.database()).settings())
                .name());
        FaultListDocument document = new FaultListDocument(
                name,
                office.today(),
                lines.stream()
                        .map(line ->
                                new FaultListDocument.Entry(line.source(), line.line(), line.column(), line.fault()))
                        .toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PaymentListPdf().write(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.write(file, out -> WholeFile.put(out, bytes.toByteArray()));
    }
}
