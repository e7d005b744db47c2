package fr.perisco.domain.invoice;

import java.util.List;

/**
 * A family without an invoice for the month, and what its children consumed.
 *
 * @param touched earlier months that were invoiced and may be billed otherwise now
 */
public record FamilyMonth(PayingFamily family, List<ConsumedMonth> consumed, List<InvoicedMonth> touched) {
    public FamilyMonth {
        consumed = List.copyOf(consumed);
        touched = List.copyOf(touched);
    }

    public FamilyMonth(PayingFamily family, List<ConsumedMonth> consumed) {
        this(family, consumed, List.of());
    }
}
