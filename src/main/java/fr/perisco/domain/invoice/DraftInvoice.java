package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.util.List;

/** What a family is going to be invoiced. */
public record DraftInvoice(PayingFamily family, InvoiceContent content) {
    public List<InvoiceLine> lines() {
        return content.lines();
    }

    /** The sum of the lines. */
    public Money amount() {
        return content.amount();
    }
}
