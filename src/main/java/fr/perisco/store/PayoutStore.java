package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYOUT;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.Payout;
import fr.perisco.domain.payment.PayoutPart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Money that left again, and what it came out of. */
public final class PayoutStore {
    private static final Field<BigDecimal> NET = DSL.sum(ALLOCATION.AMOUNT_CENTS);

    /** The day on which a payment was taken back, under which key. */
    public record Bounce(long payoutId, LocalDate paidOn) {}

    private final Database database;

    public PayoutStore(Database database) {
        this.database = database;
    }

    /** How the bank took a payment back; empty when it stands. */
    public Optional<Bounce> bounceOf(long paymentId) {
        return database.dsl()
                .select(PAYOUT.ID, PAYOUT.PAID_ON)
                .from(PAYOUT)
                .where(PAYOUT.PAYMENT_ID.eq(paymentId))
                .fetchOptional(row -> new Bounce(row.value1(), row.value2()));
    }

    /** Records a payout and gives its key; what it comes out of is told by {@link #insert(List, Journal)}. */
    public long insert(Payout payout, Journal journal) {
        long id = database.nextId(PAYOUT.ID);
        database.dsl()
                .insertInto(PAYOUT)
                .set(PAYOUT.ID, id)
                .set(PAYOUT.KIND, payout.kind().code())
                .set(PAYOUT.FAMILY_ID, payout.familyId())
                .set(PAYOUT.PAID_ON, payout.paidOn())
                .set(PAYOUT.METHOD, payout.method().code())
                .set(PAYOUT.AMOUNT_CENTS, payout.amount().cents())
                .set(PAYOUT.REFERENCE, payout.reference())
                .set(PAYOUT.REASON, payout.reason())
                .set(PAYOUT.PAYMENT_ID, payout.paymentId())
                .set(PAYOUT.ACT_ID, journal.actId())
                .execute();
        return id;
    }

    public void insert(List<PayoutPart> parts, Journal journal) {
        long id = database.nextId(ALLOCATION.ID);
        long actId = journal.actId();
        try (Batch batch = Batch.insert(
                database,
                ALLOCATION,
                ALLOCATION.ID,
                ALLOCATION.PAYMENT_ID,
                ALLOCATION.CREDIT_NOTE_ID,
                ALLOCATION.PAYOUT_ID,
                ALLOCATION.AMOUNT_CENTS,
                ALLOCATION.ACT_ID)) {
            for (PayoutPart part : parts) {
                Credit credit = part.credit();
                batch.add(
                        id++,
                        credit.fromCreditNote() ? null : credit.sourceId(),
                        credit.fromCreditNote() ? credit.sourceId() : null,
                        part.payoutId(),
                        part.amount().cents(),
                        actId);
            }
        }
    }

    /** What a payment settles, less what was taken back. */
    public List<Allocation> settledBy(long paymentId) {
        return settled(ALLOCATION.PAYMENT_ID.eq(paymentId));
    }

    /** What a family's payments and credit notes settle, one payment aside, less what was taken back; the newest invoice first. */
    public List<Allocation> settledByOthers(long familyId, long paymentId) {
        return settled(INVOICE.FAMILY_ID
                .eq(familyId)
                .and(ALLOCATION.PAYMENT_ID.isNull().or(ALLOCATION.PAYMENT_ID.ne(paymentId))));
    }

    private List<Allocation> settled(Condition condition) {
        List<Allocation> settled = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(ALLOCATION.PAYMENT_ID, ALLOCATION.CREDIT_NOTE_ID, ALLOCATION.INVOICE_ID, NET)
                        .from(ALLOCATION)
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                        .where(condition)
                        .groupBy(ALLOCATION.PAYMENT_ID, ALLOCATION.CREDIT_NOTE_ID, ALLOCATION.INVOICE_ID)
                        .having(NET.gt(DSL.inline(BigDecimal.ZERO)))
                        .orderBy(
                                ALLOCATION.INVOICE_ID.desc(),
                                DSL.max(ALLOCATION.ID).desc()),
                row -> {
                    Money amount = Money.ofCents(row.getLong(4));
                    settled.add(new Allocation(
                            credit(Rows.longOrNull(row, 1), row.getLong(2), amount), row.getLong(3), amount));
                });
        return settled;
    }

    /** What was refunded out of a payment, less what was taken back. */
    public List<PayoutPart> refundedFrom(long paymentId) {
        return refunded(ALLOCATION.PAYMENT_ID.eq(paymentId));
    }

    /** What was refunded out of credit notes, less what was taken back. */
    public List<PayoutPart> refundedFromNotes(Collection<Long> noteIds) {
        return refunded(ALLOCATION.CREDIT_NOTE_ID.in(noteIds));
    }

    /** What a family owes back: refunded out of payments that bounced, and nothing else stands for it; oldest first. */
    public List<PayoutPart> owedBack(long familyId) {
        var bounce = PAYOUT.as("bounce");
        return refunded(PAYOUT.FAMILY_ID
                .eq(familyId)
                .andExists(DSL.selectOne()
                        .from(bounce)
                        .where(bounce.KIND.eq(DSL.inline("bounce")))
                        .and(bounce.PAYMENT_ID.eq(ALLOCATION.PAYMENT_ID))));
    }

    private List<PayoutPart> refunded(Condition condition) {
        List<PayoutPart> refunded = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(ALLOCATION.PAYMENT_ID, ALLOCATION.CREDIT_NOTE_ID, ALLOCATION.PAYOUT_ID, NET)
                        .from(ALLOCATION)
                        .join(PAYOUT)
                        .on(PAYOUT.ID.eq(ALLOCATION.PAYOUT_ID))
                        .where(condition)
                        .and(PAYOUT.KIND.eq(DSL.inline("refund")))
                        .groupBy(ALLOCATION.PAYMENT_ID, ALLOCATION.CREDIT_NOTE_ID, ALLOCATION.PAYOUT_ID)
                        .having(NET.gt(DSL.inline(BigDecimal.ZERO)))
                        .orderBy(ALLOCATION.PAYOUT_ID),
                row -> {
                    Money amount = Money.ofCents(row.getLong(4));
                    refunded.add(new PayoutPart(
                            credit(Rows.longOrNull(row, 1), row.getLong(2), amount), row.getLong(3), amount));
                });
        return refunded;
    }

    private static Credit credit(@Nullable Long paymentId, long creditNoteId, Money amount) {
        return paymentId == null ? new Credit(creditNoteId, true, amount) : new Credit(paymentId, false, amount);
    }

    /** The key of a family's refund by the same method with the same reference. */
    public Optional<Long> find(Payout refund) {
        return database.dsl()
                .select(PAYOUT.ID)
                .from(PAYOUT)
                .where(PAYOUT.FAMILY_ID.eq(refund.familyId()))
                .and(PAYOUT.KIND.eq(refund.kind().code()))
                .and(PAYOUT.METHOD.eq(refund.method().code()))
                .and(PAYOUT.REFERENCE.eq(refund.reference()))
                .limit(1)
                .fetchOptional(PAYOUT.ID);
    }
}
