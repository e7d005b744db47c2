package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * Writes roll-call sheets, one after another into one PDF that goes out as it grows: memory doesn't depend on the number of
 * sheets but for some bytes a page. For one thread. A file that was not closed, or whose writing failed, is no PDF: throw it
 * away.
 */
public final class RollCallPdf implements AutoCloseable {
    private final PdfFile file;
    private boolean failed;

    /**
     * @param out gets the PDF; flushed in the end, never closed
     * @param firstDay of the sheets; also the PDF's creation date, so that the same sheets give the same bytes
     */
    public RollCallPdf(OutputStream out, LocalDate firstDay) {
        file = new PdfFile(out, DocumentWords.text("roll-call.title"), firstDay);
    }

    /**
     * Adds a sheet, on pages of its own.
     *
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when the stream can't be written
     */
    public MissingCharacters add(RollCallSheet sheet) throws IOException {
        boolean done = false;
        try {
            MissingCharacters missing = new RollCallPages(sheet).drawTo(file);
            done = true;
            return missing;
        } finally {
            failed |= !done;
        }
    }

    /**
     * Adds who may fetch the children of a sheet, on pages of their own.
     *
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when the stream can't be written
     */
    public MissingCharacters add(AuthorisedSheet authorised) throws IOException {
        boolean done = false;
        try {
            MissingCharacters missing = new AuthorisedPages(authorised).drawTo(file);
            done = true;
            return missing;
        } finally {
            failed |= !done;
        }
    }

    /**
     * Writes what remains. Nothing at all is written when no sheet was added.
     *
     * @throws IOException when the stream can't be written
     */
    @Override
    public void close() throws IOException {
        if (!failed) {
            file.finish();
        }
    }
}
