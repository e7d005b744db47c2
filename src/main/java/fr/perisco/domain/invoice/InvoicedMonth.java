package fr.perisco.domain.invoice;

import java.time.YearMonth;
import java.util.List;

/**
 * A month of a family that was touched after it was invoiced.
 *
 * @param number of the invoice that it has
 * @param consumed what stands in it now, with the rows where nothing is left
 * @param billed all that documents billed and took back of it, oldest first
 */
public record InvoicedMonth(YearMonth month, String number, List<ConsumedMonth> consumed, List<BilledPiece> billed) {
    public InvoicedMonth {
        consumed = List.copyOf(consumed);
        billed = List.copyOf(billed);
    }
}
