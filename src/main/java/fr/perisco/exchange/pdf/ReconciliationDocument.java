package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.PayFipOutcome;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of each row of a file of online payments, for print.
 *
 * @param office the office's name
 * @param source the file's name
 * @param readOn the day on which it was read
 * @param rejected how many rows did not read, and are listed elsewhere
 */
public record ReconciliationDocument(
        String office, String source, LocalDate readOn, List<Entry> entries, int rejected) {
    /**
     * @param line where it stands in the file
     */
    public record Entry(long line, PayFipOutcome outcome) {}

    public ReconciliationDocument {
        entries = List.copyOf(entries);
    }
}
