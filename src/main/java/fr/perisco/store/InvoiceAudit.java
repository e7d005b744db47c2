package fr.perisco.store;

import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_SERIES;

import fr.perisco.domain.invoice.Digest;
import fr.perisco.store.ErasedRecords.Erased;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.impl.DSL;

/** What must hold of issued documents for ever, looked at in the tables. */
public final class InvoiceAudit {
    private final Database database;

    public InvoiceAudit(Database database) {
        this.database = database;
    }

    /** Checks every link of the chain of issued documents, and hands over the numbers of those that do not hold. */
    public void eachBrokenLink(Consumer<String> broken) {
        Digest digest = new Digest();
        byte[][] previous = {IssuedInvoiceReader.START_OF_CHAIN};
        Map<Long, Erased> erased = ErasedRecords.invoices(database);
        new IssuedInvoiceReader(database).each(DSL.noCondition(), (invoice, hash) -> {
            Erased before = erased.get(invoice.id());
            byte[] content = invoice.content().hash();
            boolean left = before == null || before.leaves(content);
            byte[] link = invoice.hash(previous[0], before == null ? content : before.before(), digest);
            if (!left || !Arrays.equals(link, hash)) {
                broken.accept(invoice.number());
            }
            previous[0] = hash;
        });
    }

    /** Every series with its numbers, for the check that none is missing. */
    public List<String> gaps() {
        return database.dsl()
                .select(INVOICE_SERIES.PREFIX)
                .from(INVOICE_SERIES)
                .where(INVOICE_SERIES.LAST_NUMBER.ne(DSL.field(DSL.selectCount()
                        .from(INVOICE)
                        .where(INVOICE.PREFIX.eq(INVOICE_SERIES.PREFIX))
                        .and(INVOICE.SEQUENCE.between(DSL.inline(1), INVOICE_SERIES.LAST_NUMBER)))))
                .orderBy(INVOICE_SERIES.PREFIX)
                .fetch(INVOICE_SERIES.PREFIX);
    }

    /** The documents whose amount is not the sum of their lines. */
    public List<String> wrongTotals() {
        return database.dsl()
                .select(INVOICE.NUMBER)
                .from(INVOICE)
                .where(INVOICE.AMOUNT_CENTS.ne(DSL.coalesce(
                        DSL.field(DSL.select(DSL.sum(INVOICE_LINE.AMOUNT_CENTS))
                                        .from(INVOICE_LINE)
                                        .where(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID)))
                                .cast(Long.class),
                        DSL.inline(0L))))
                .orderBy(INVOICE.ID)
                .fetch(INVOICE.NUMBER);
    }
}
