package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;

/** Writes passenger lists to tick off, each run on a page of its own, as one PDF. */
public final class PassengerPdf {
    /**
     * Writes the lists in their order. The PDF's date is the day of the first run.
     *
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     * @throws IllegalArgumentException when there is no list
     */
    public MissingCharacters write(List<PassengerSheet> sheets, OutputStream out) throws IOException {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("no run");
        }
        PassengerSheet first = sheets.get(0);
        PdfFile file = new PdfFile(out, DocumentWords.text("passengers.metadata", first.label()), first.day());
        TreeSet<Integer> missing = new TreeSet<>();
        for (PassengerSheet sheet : sheets) {
            missing.addAll(new PassengerPage(sheet).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }
}
