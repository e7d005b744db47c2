package fr.perisco.workflow;

import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.InvoiceStore;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the documents that were issued. */
public final class IssuedInvoices {
    private final Office office;
    private final InvoiceStore store;

    public IssuedInvoices(Office office) {
        this.office = office;
        this.store = new InvoiceStore(office.database());
    }

    /**
     * @param month null for all
     * @param familyCode null for all
     */
    public List<ListedInvoice> list(@Nullable YearMonth month, @Nullable String familyCode) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(familyCode);
            return store.list(month, familyCode);
        });
    }

    /**
     * One document.
     *
     * @throws Refused when there is none of this number
     */
    public IssuedInvoice show(String number) {
        return office.read(() -> store.find(number).orElseThrow(() -> Refused.because("unknown.invoice", number)));
    }

    /** What payments and credit leave of a document today. */
    public Money balanceOf(IssuedInvoice invoice) {
        return office.read(() -> store.list(invoice.month(), invoice.familyCode()).stream()
                .filter(listed -> listed.number().equals(invoice.number()))
                .map(ListedInvoice::balance)
                .findFirst()
                .orElse(Money.ZERO));
    }
}
