package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.util.List;

/** What a family is going to be invoiced. */
public record DraftInvoice(PayingFamily family, List<InvoiceLine> lines, Money amount) {
    public DraftInvoice {
        lines = List.copyOf(lines);
    }

    static DraftInvoice of(PayingFamily family, List<InvoiceLine> lines) {
        Money amount = Money.ZERO;
        for (InvoiceLine line : lines) {
            amount = amount.plus(line.amount());
        }
        return new DraftInvoice(family, lines, amount);
    }
}
