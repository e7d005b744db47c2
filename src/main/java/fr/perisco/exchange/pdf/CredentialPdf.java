package fr.perisco.exchange.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * Writes the sheets that hand a family its login and temporary password: a file of one page a family, or one file
 * with all of them for the printer. Keeps nothing between sheets, passwords least of all; one instance serves any
 * number of threads.
 */
public final class CredentialPdf {

    /**
     * Writes one family's sheet, whole: nothing is written when it can't be drawn.
     *
     * @param out gets the PDF; neither flushed nor closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(CredentialSheet sheet, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfFile file = new PdfFile(bytes, DocumentWords.text("credential.title"), sheet.issuedOn());
        MissingCharacters missing = new CredentialLetter(sheet).drawTo(file.nextPage());
        file.finish();
        bytes.writeTo(out);
        return missing;
    }

    /**
     * Begins a file for the printer, one page a sheet, written as it grows: memory doesn't depend on the number of
     * sheets but for some bytes a page.
     *
     * @param out gets the PDF; flushed in the end, never closed
     * @param printedOn the PDF's creation date
     */
    public CredentialPrintFile printFile(OutputStream out, LocalDate printedOn) {
        return new CredentialPrintFile(new PdfFile(out, DocumentWords.text("credential.print-title"), printedOn));
    }
}
