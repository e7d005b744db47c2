package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.DeskJournal;
import fr.perisco.domain.payment.PaymentMethod;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The journal of the payment desk, for print.
 *
 * @param office the office's name
 * @param from first day; null for the first on which something happened
 * @param to last day; null likewise
 * @param method the only method; null for all
 * @param familyCode the only family; null for all
 */
public record DeskJournalDocument(
        String office,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable PaymentMethod method,
        @Nullable String familyCode,
        DeskJournal journal) {
    /** The first day, if there is any. */
    @Nullable
    LocalDate firstDay() {
        return from != null || journal.operations().isEmpty()
                ? from
                : journal.operations().get(0).day();
    }

    /** The last day, if there is any. */
    @Nullable
    LocalDate lastDay() {
        return to != null || journal.operations().isEmpty()
                ? to
                : journal.operations().get(journal.operations().size() - 1).day();
    }
}
