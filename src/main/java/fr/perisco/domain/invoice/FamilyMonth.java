package fr.perisco.domain.invoice;

import java.util.List;

/** A family without an invoice for the month, and what its children consumed. */
public record FamilyMonth(PayingFamily family, List<ConsumedMonth> consumed) {
    public FamilyMonth {
        consumed = List.copyOf(consumed);
    }
}
