package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.PaymentReceipt;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What receipts say of payments. */
public final class ReceiptStore {
    private static final fr.perisco.store.generated.tables.Allocation EARLIER = ALLOCATION.as("earlier");

    private final Database database;

    public ReceiptStore(Database database) {
        this.database = database;
    }

    /** Receipts of payments by their keys, in the order in which they were received; keys that name none are not in it. */
    public List<PaymentReceipt> of(Collection<Long> ids) {
        List<PaymentReceipt> receipts = new ArrayList<>();
        Portions.of(ids).forEach(portion -> receipts.addAll(receipts(PAYMENT.ID.in(portion))));
        return receipts;
    }

    /** Receipts of a family's payments, or of all, in the order in which they were received; null leaves an end open. */
    public List<PaymentReceipt> of(@Nullable String familyCode, @Nullable LocalDate from, @Nullable LocalDate to) {
        Condition condition = familyCode == null ? DSL.noCondition() : FAMILY.CODE.eq(familyCode);
        if (from != null) {
            condition = condition.and(PAYMENT.RECEIVED_ON.ge(from));
        }
        if (to != null) {
            condition = condition.and(PAYMENT.RECEIVED_ON.le(to));
        }
        return receipts(condition);
    }

    private List<PaymentReceipt> receipts(Condition condition) {
        Map<Long, List<PaymentReceipt.Settled>> settled = settled(condition);
        Map<Long, Money> covered = covered(condition);
        Map<Long, List<PaymentReceipt.Refunded>> refunded = refunded(condition);
        List<PaymentReceipt> receipts = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                PAYMENT.ID,
                                PAYMENT.FAMILY_ID,
                                FAMILY.CODE,
                                PAYMENT.RECEIVED_ON,
                                ACT.EFFECTIVE_AT,
                                PAYMENT.METHOD,
                                PAYMENT.AMOUNT_CENTS,
                                PAYMENT.REFERENCE,
                                PAYMENT.DRAWER,
                                PAYOUT.PAID_ON)
                        .from(PAYMENT)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .join(ACT)
                        .on(ACT.ID.eq(PAYMENT.ACT_ID))
                        .leftJoin(PAYOUT)
                        .on(PAYOUT.PAYMENT_ID.eq(PAYMENT.ID))
                        .where(condition)
                        .orderBy(PAYMENT.RECEIVED_ON, PAYMENT.ID),
                row -> receipts.add(new PaymentReceipt(
                        row.getLong(1),
                        row.getLong(2),
                        Rows.text(row, 3),
                        Rows.day(row, 4),
                        LocalDateTime.parse(Rows.text(row, 5)).toLocalDate(),
                        PaymentMethod.parse(Rows.text(row, 6)).orElseThrow(),
                        Money.ofCents(row.getLong(7)),
                        Rows.text(row, 8),
                        Rows.text(row, 9),
                        covered.getOrDefault(row.getLong(1), Money.ZERO),
                        settled.getOrDefault(row.getLong(1), List.of()),
                        Rows.dayOrNull(row, 10),
                        refunded.getOrDefault(row.getLong(1), List.of()))));
        return receipts;
    }

    /** What each payment settled in its own act. Allocations are never changed, only added to: what lies before one was then. */
    private Map<Long, List<PaymentReceipt.Settled>> settled(Condition condition) {
        Field<BigDecimal> soFar = DSL.field(DSL.select(DSL.sum(EARLIER.AMOUNT_CENTS))
                .from(EARLIER)
                .where(EARLIER.INVOICE_ID.eq(ALLOCATION.INVOICE_ID))
                .and(EARLIER.ID.le(ALLOCATION.ID)));
        Map<Long, List<PaymentReceipt.Settled>> settled = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                ALLOCATION.PAYMENT_ID,
                                INVOICE.NUMBER,
                                ALLOCATION.AMOUNT_CENTS,
                                INVOICE.AMOUNT_CENTS.minus(soFar.cast(Long.class)))
                        .from(ALLOCATION)
                        .join(PAYMENT)
                        .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                        .and(PAYMENT.ACT_ID.eq(ALLOCATION.ACT_ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                        .where(condition)
                        .orderBy(ALLOCATION.ID),
                row -> settled.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                        .add(new PaymentReceipt.Settled(
                                Rows.text(row, 2), Money.ofCents(row.getLong(3)), Money.ofCents(row.getLong(4)))));
        return settled;
    }

    /** What of each payment covered, in its own act, refunds that the family owed back. */
    private Map<Long, Money> covered(Condition condition) {
        return database.dsl()
                .select(ALLOCATION.PAYMENT_ID, DSL.sum(ALLOCATION.AMOUNT_CENTS))
                .from(ALLOCATION)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                .and(PAYMENT.ACT_ID.eq(ALLOCATION.ACT_ID))
                .join(FAMILY)
                .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                .where(condition.and(ALLOCATION.PAYOUT_ID.isNotNull()))
                .groupBy(ALLOCATION.PAYMENT_ID)
                .fetchMap(row -> row.value1(), row -> Money.ofCents(row.value2().longValueExact()));
    }

    /** What was given back of each payment after it was recorded. */
    private Map<Long, List<PaymentReceipt.Refunded>> refunded(Condition condition) {
        Field<BigDecimal> net = DSL.sum(ALLOCATION.AMOUNT_CENTS);
        Map<Long, List<PaymentReceipt.Refunded>> refunded = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(ALLOCATION.PAYMENT_ID, PAYOUT.PAID_ON, net)
                        .from(ALLOCATION)
                        .join(PAYOUT)
                        .on(PAYOUT.ID.eq(ALLOCATION.PAYOUT_ID))
                        .and(PAYOUT.KIND.eq(DSL.inline("refund")))
                        .join(PAYMENT)
                        .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                        .and(PAYMENT.ACT_ID.ne(ALLOCATION.ACT_ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .where(condition)
                        .groupBy(ALLOCATION.PAYMENT_ID, PAYOUT.ID, PAYOUT.PAID_ON)
                        .having(net.gt(DSL.inline(BigDecimal.ZERO)))
                        .orderBy(PAYOUT.ID),
                row -> refunded.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                        .add(new PaymentReceipt.Refunded(Rows.day(row, 2), Money.ofCents(row.getLong(3)))));
        return refunded;
    }
}
