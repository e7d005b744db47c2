package fr.perisco.workflow;

import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
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
     * Which documents to list; null for all.
     *
     * @param from first day of issue
     * @param child who stands on one of its lines
     * @param school where such a child went on the day of issue
     * @param overdue only invoices whose due date has passed, with something left to pay
     */
    public record Filter(
            @Nullable YearMonth month,
            @Nullable String family,
            @Nullable String child,
            @Nullable String school,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean overdue) {}

    /**
     * @throws Refused when a code names nothing
     */
    public List<ListedInvoice> list(Filter filter) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(filter.family());
            Schools.requireKnown(new SetupStore(office.database()), filter.school());
            String child = filter.child();
            if (child != null && new FamilyStore(office.database()).child(child).isEmpty()) {
                throw Refused.because("unknown.child", child);
            }
            return store.list(new InvoiceStore.Wanted(
                    filter.month(),
                    filter.family(),
                    child,
                    filter.school(),
                    filter.from(),
                    filter.to(),
                    filter.overdue() ? office.today() : null));
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
        return office.read(() -> store.list(InvoiceStore.Wanted.of(invoice.month(), invoice.familyCode())).stream()
                .filter(listed -> listed.number().equals(invoice.number()))
                .map(ListedInvoice::balance)
                .findFirst()
                .orElse(Money.ZERO));
    }
}
