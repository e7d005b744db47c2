package fr.perisco.workflow;

import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.ReminderDocument;
import fr.perisco.exchange.pdf.ReminderPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the letters of reminders: all of each as on the day on which it was sent, so that a reprint is the same for ever. */
final class ReminderPrint {
    private final Office office;
    private final List<Reason> notices = new ArrayList<>();

    ReminderPrint(Office office) {
        this.office = office;
    }

    /** Which letters no font has. */
    List<Reason> notices() {
        return List.copyOf(notices);
    }

    /** All into one file; how many files are new or other than before. */
    int oneFile(List<Reminder> reminders, Path file) {
        return reminders.isEmpty() ? 0 : put(reminders, file);
    }

    /** Each into a file named after its number and family; how many files are new or other than before. */
    int folder(List<Reminder> reminders, Path folder) {
        int written = 0;
        for (Reminder reminder : reminders) {
            written += put(List.of(reminder), folder.resolve(reminder.fileName()));
        }
        return written;
    }

    private int put(List<Reminder> reminders, Path file) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            MissingCharacters missing = new ReminderPdf()
                    .write(reminders.stream().map(ReminderPrint::document).toList(), bytes);
            if (!missing.isEmpty()) {
                notices.add(Reason.of("remind.missing-characters", file.getFileName(), missing.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PrintedFile.put(office, file, bytes.toByteArray()) ? 1 : 0;
    }

    static ReminderDocument document(Reminder reminder) {
        fr.perisco.domain.invoice.Recipient recipient = reminder.recipient();
        return new ReminderDocument(
                InvoiceDocuments.head(
                        OfficeSettings.ofLetterhead(reminder.letterhead().text())),
                InvoiceDocuments.recipient(recipient),
                reminder.id(),
                reminder.familyCode(),
                reminder.familyName(),
                reminder.sentOn(),
                reminder.title(),
                reminder.text(),
                reminder.items().stream()
                        .map(item -> new ReminderDocument.Line(
                                item.number(),
                                item.month(),
                                item.issuedOn(),
                                item.dueOn(),
                                item.amount(),
                                item.balance()))
                        .toList(),
                reminder.credit(),
                reminder.amount());
    }
}
