package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.util.List;

/**
 * One PDF with the sheets of many families, in the order in which they are added. For one thread. A file that was not
 * closed, or whose writing failed, is no PDF: throw it away.
 */
public final class CredentialPrintFile implements AutoCloseable {

    private final PdfFile file;
    private boolean failed;
    private boolean closed;

    CredentialPrintFile(PdfFile file) {
        this.file = file;
    }

    /**
     * Adds the index: which of the sheets that will be added go to which class.
     *
     * @param sheets all of them, in their order; not empty
     * @throws IOException when the stream can't be written
     */
    public void addIndex(List<CredentialSheet> sheets) throws IOException {
        boolean done = false;
        try {
            new CredentialIndexPages(sheets).drawTo(file);
            done = true;
        } finally {
            failed |= !done;
        }
    }

    /**
     * Adds a page.
     *
     * @return the characters of this sheet that {@code □} stands for, usually none
     * @throws IOException when the stream can't be written
     * @throws IllegalStateException after {@link #close()}
     */
    public MissingCharacters add(CredentialSheet sheet) throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        boolean done = false;
        try {
            MissingCharacters missing = new CredentialLetter(sheet).drawTo(file.nextPage());
            done = true;
            return missing;
        } finally {
            failed |= !done;
        }
    }

    /**
     * Writes what remains. Nothing at all is written when no sheet was added, and nothing more once adding one has
     * failed.
     *
     * @throws IOException when the stream can't be written
     */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            if (!failed) {
                file.finish();
            }
        }
    }
}
