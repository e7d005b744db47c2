package fr.perisco.workflow;

import fr.perisco.domain.invoice.InvoiceWording;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The words of invoices; documents are always French. */
final class Wording {
    static final InvoiceWording FRENCH = new InvoiceWording("Majoration", "Régularisation", "Annulation");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private Wording() {}

    /** A correction's label with the month and the invoice that it corrects. */
    static String correction(String label, YearMonth month, String number) {
        return label + " " + MONTH.format(month) + " " + number;
    }
}
