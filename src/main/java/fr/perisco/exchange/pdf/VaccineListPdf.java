package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the list of children whose vaccines are due. The same content gives the same bytes. */
public final class VaccineListPdf {
    /**
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(VaccineListDocument document, OutputStream out) throws IOException {
        PdfFile file = new PdfFile(out, DocumentWords.text("vaccines.title"), document.by());
        MissingCharacters missing = new VaccineListPages(document).drawTo(file);
        file.finish();
        return missing;
    }
}
