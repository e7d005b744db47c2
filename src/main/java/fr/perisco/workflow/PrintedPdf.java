package fr.perisco.workflow;

import fr.perisco.exchange.pdf.MissingCharacters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A PDF on its way into a file. */
final class PrintedPdf {
    @FunctionalInterface
    interface Content {
        MissingCharacters write(OutputStream out) throws IOException;
    }

    /**
     * @param isNew whether the file is new or other than before
     * @param missing the characters that no font has; empty when there is none
     */
    record Outcome(boolean isNew, String missing) {}

    private PrintedPdf() {}

    /**
     * Writes a file, unless it is there already with the same content; in a rehearsal, only looks.
     *
     * @throws fr.perisco.domain.reason.Unavailable when it cannot be read or written
     */
    static Outcome put(Office office, Path file, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            String missing = content.write(bytes).toString();
            return new Outcome(PrintedFile.put(office, file, bytes.toByteArray()), missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
