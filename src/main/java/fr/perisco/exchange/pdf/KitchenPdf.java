package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.TreeSet;

/** Writes what the kitchen pins to its wall. The same counts give the same bytes. */
public final class KitchenPdf {
    /**
     * Weeks of units, each on a page of its own where it fits.
     *
     * @param weeks at least one
     * @param out gets the PDF; flushed, never closed
     * @param firstDay also the PDF's creation date
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(Iterable<KitchenWeek> weeks, OutputStream out, LocalDate firstDay)
            throws IOException {
        PdfFile file = new PdfFile(out, DocumentWords.text("kitchen.title"), firstDay);
        TreeSet<Integer> missing = new TreeSet<>();
        for (KitchenWeek week : weeks) {
            missing.addAll(new KitchenWeekPages(week).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }

    /**
     * What changed since meals were ordered.
     *
     * @param out gets the PDF; flushed, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(MealCorrection correction, OutputStream out) throws IOException {
        LocalDate firstDay = correction.changes().get(0).day();
        PdfFile file = new PdfFile(out, DocumentWords.text("correction.title"), firstDay);
        MissingCharacters missing = new MealCorrectionPages(correction).drawTo(file);
        file.finish();
        return missing;
    }
}
