package fr.perisco.exchange.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes reminders, each on pages of its own. */
public final class ReminderPdf {
    /**
     * Writes one file with all of them. The same reminders give the same bytes.
     *
     * @param reminders at least one
     * @param out gets the PDF; flushed in the end, never closed
     * @return the characters that {@code □} stands for, usually none
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(List<ReminderDocument> reminders, OutputStream out) throws IOException {
        LocalDate last = reminders.stream()
                .map(ReminderDocument::sentOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String title = reminders.size() == 1
                ? DocumentWords.text(
                        "reminder.metadata", Long.toString(reminders.get(0).number()))
                : DocumentWords.text("reminder.all", FrenchForms.day(last));
        PdfFile file = new PdfFile(out, title, last);
        SortedSet<Integer> missing = new TreeSet<>();
        for (ReminderDocument reminder : reminders) {
            missing.addAll(new ReminderLetter(reminder).drawTo(file).codePoints());
        }
        file.finish();
        return new MissingCharacters(missing);
    }
}
