package fr.perisco.exchange.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes invoices and credit notes as PDF letters for a window envelope. Keeps nothing between documents: one instance
 * serves any number of threads, and equal documents give equal bytes.
 */
public final class InvoicePdf {

    private static final int USUAL_SIZE = 24 * 1024;

    /**
     * Writes one document, whole: nothing is written when it can't be drawn.
     *
     * @param out gets the PDF; neither flushed nor closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(InvoiceDocument invoice, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        PdfFile file = new PdfFile(bytes, InvoiceLetter.metadataTitle(invoice), invoice.issuedOn());
        MissingCharacters missing = new InvoiceLetter(invoice).drawTo(file);
        file.finish();
        bytes.writeTo(out);
        return missing;
    }
}
