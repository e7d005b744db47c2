package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
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

    /** What was refunded out of a payment that bounced: the family owes it back, and until then it comes out of nothing. */
    private static Field<Long> owedBack() {
        var refund = PAYOUT.as("refund");
        var bounce = PAYOUT.as("bounce");
        return DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                                .from(ALLOCATION)
                                .join(refund)
                                .on(refund.ID.eq(ALLOCATION.PAYOUT_ID))
                                .where(ALLOCATION.PAYMENT_ID.eq(PAYMENT.ID))
                                .and(refund.KIND.eq(DSL.inline("refund")))
                                .andExists(DSL.selectOne().from(bounce).where(bounce.PAYMENT_ID.eq(PAYMENT.ID))))
                        .cast(Long.class),
                DSL.inline(0L));
    }

    /** Payments that settle more than they are. */
    public List<Long> paymentsSpentTwice() {
        return database.dsl()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PaymentStore.left().plus(owedBack()).lt(DSL.inline(0L)))
                .orderBy(PAYMENT.ID)
                .fetch(PAYMENT.ID);
    }

    /** Payouts that what they came out of does not add up to. */
    public List<Long> payoutsUncovered() {
        return database.dsl()
                .select(PAYOUT.ID)
                .from(PAYOUT)
                .leftJoin(ALLOCATION)
                .on(ALLOCATION.PAYOUT_ID.eq(PAYOUT.ID))
                .groupBy(PAYOUT.ID, PAYOUT.AMOUNT_CENTS)
                .having(DSL.coalesce(DSL.sum(ALLOCATION.AMOUNT_CENTS), DSL.inline(BigDecimal.ZERO))
                        .ne(PAYOUT.AMOUNT_CENTS.cast(BigDecimal.class)))
                .orderBy(PAYOUT.ID)
                .fetch(PAYOUT.ID);
    }

    /** Payments and credit notes of which more was taken back from an invoice or a payout than it had got of them. */
    public List<Long> takenBackTwice() {
        return database.dsl()
                .select(DSL.min(ALLOCATION.ID))
                .from(ALLOCATION)
                .groupBy(ALLOCATION.PAYMENT_ID, ALLOCATION.CREDIT_NOTE_ID, ALLOCATION.INVOICE_ID, ALLOCATION.PAYOUT_ID)
                .having(DSL.sum(ALLOCATION.AMOUNT_CENTS).lt(DSL.inline(BigDecimal.ZERO)))
                .orderBy(DSL.min(ALLOCATION.ID))
                .fetch(row -> row.value1());
    }
}
