package fr.perisco.store;

import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYMENT;

import java.util.List;
import org.jooq.impl.DSL;

/** What must hold of payments for ever, looked at in the tables. */
public final class PaymentAudit {
    private final Database database;

    public PaymentAudit(Database database) {
        this.database = database;
    }

    /** Invoices that more was paid on than they asked, and credit notes that gave back more than they held. */
    public List<String> invoicesSettledTwice() {
        return database.dsl()
                .select(INVOICE.NUMBER)
                .from(INVOICE)
                .where(DSL.case_(INVOICE.KIND)
                        .when(DSL.inline("invoice"), InvoiceStore.balance())
                        .otherwise(InvoiceStore.balance().neg())
                        .lt(DSL.inline(0L)))
                .orderBy(INVOICE.ID)
                .fetch(INVOICE.NUMBER);
    }

    /** Payments that settle more than they are. */
    public List<Long> paymentsSpentTwice() {
        return database.dsl()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PaymentStore.left().lt(DSL.inline(0L)))
                .orderBy(PAYMENT.ID)
                .fetch(PAYMENT.ID);
    }
}
