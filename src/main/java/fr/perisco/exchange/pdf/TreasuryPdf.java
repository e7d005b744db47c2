package fr.perisco.exchange.pdf;

import fr.perisco.domain.recovery.TreasuryList;
import java.io.IOException;
import java.io.OutputStream;

/** Writes what is handed over to the treasury. The same list gives the same bytes. */
public final class TreasuryPdf {
    /**
     * Writes one list.
     *
     * @param out gets the PDF; flushed, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(OfficeHead office, TreasuryList list, OutputStream out) throws IOException {
        PdfFile file =
                new PdfFile(out, DocumentWords.text("treasury.metadata", Long.toString(list.id())), list.madeOn());
        MissingCharacters missing = new TreasuryPages(office, list).drawTo(file);
        file.finish();
        return missing;
    }
}
