package fr.perisco.store;

import static fr.perisco.store.generated.Tables.INVOICE;

import fr.perisco.store.generated.tables.Invoice;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Tells the document that a family has for a month from those that were cancelled and those that cancel. */
final class Standing {
    private Standing() {}

    /** Of a row of documents: nothing cancels it, and it cancels nothing. */
    static Condition isTrue() {
        Invoice cancelling = INVOICE.as("cancelling");
        return INVOICE.CANCELS_INVOICE_ID
                .isNull()
                .andNotExists(DSL.selectOne().from(cancelling).where(cancelling.CANCELS_INVOICE_ID.eq(INVOICE.ID)));
    }
}
