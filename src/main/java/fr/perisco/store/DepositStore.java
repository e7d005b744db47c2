package fr.perisco.store;

import static fr.perisco.store.generated.Tables.DEPOSIT;
import static fr.perisco.store.generated.Tables.DEPOSIT_LINE;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.DepositSlip;
import fr.perisco.domain.payment.PaymentMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Deposit slips, and what waits to be on one. */
public final class DepositStore {
    private static final fr.perisco.store.generated.tables.Payout BOUNCE = PAYOUT.as("bounce");

    private final Database database;

    public DepositStore(Database database) {
        this.database = database;
    }

    /**
     * Payments by a method that are on no slip and that no bank took back, and for cash the refunds that left the same till; by
     * day.
     *
     * @param until the last day
     */
    public List<DepositSlip.Line> waiting(PaymentMethod method, LocalDate until) {
        List<DepositSlip.Line> lines = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                PAYMENT.ID,
                                PAYMENT.RECEIVED_ON,
                                FAMILY.CODE,
                                DeskJournalStore.payer(),
                                PAYMENT.REFERENCE,
                                PAYMENT.AMOUNT_CENTS)
                        .from(PAYMENT)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .where(PAYMENT.METHOD.eq(method.code()))
                        .and(PAYMENT.RECEIVED_ON.le(until))
                        .andNotExists(DSL.selectOne().from(DEPOSIT_LINE).where(DEPOSIT_LINE.PAYMENT_ID.eq(PAYMENT.ID)))
                        .andNotExists(DSL.selectOne().from(PAYOUT).where(PAYOUT.PAYMENT_ID.eq(PAYMENT.ID)))
                        .orderBy(PAYMENT.RECEIVED_ON, PAYMENT.ID),
                row -> lines.add(line(row, row.getLong(1), null, Money.ofCents(row.getLong(6)), null)));
        if (method == PaymentMethod.CASH) {
            refunds(lines, until);
            lines.sort(Comparator.comparing(DepositSlip.Line::day));
        }
        return lines;
    }

    private void refunds(List<DepositSlip.Line> lines, LocalDate until) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                PAYOUT.ID,
                                PAYOUT.PAID_ON,
                                FAMILY.CODE,
                                FAMILY.NAME,
                                PAYOUT.REFERENCE,
                                PAYOUT.AMOUNT_CENTS)
                        .from(PAYOUT)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYOUT.FAMILY_ID))
                        .where(PAYOUT.METHOD.eq(PaymentMethod.CASH.code()))
                        .and(PAYOUT.KIND.eq(DSL.inline("refund")))
                        .and(PAYOUT.PAID_ON.le(until))
                        .andNotExists(DSL.selectOne().from(DEPOSIT_LINE).where(DEPOSIT_LINE.PAYOUT_ID.eq(PAYOUT.ID)))
                        .orderBy(PAYOUT.PAID_ON, PAYOUT.ID),
                row -> lines.add(line(
                        row, null, row.getLong(1), Money.ofCents(row.getLong(6)).negated(), null)));
    }

    private static DepositSlip.Line line(
            ResultSet row,
            @Nullable Long paymentId,
            @Nullable Long payoutId,
            Money amount,
            @Nullable LocalDate bouncedOn)
            throws SQLException {
        return new DepositSlip.Line(
                paymentId,
                payoutId,
                Rows.day(row, 2),
                Rows.text(row, 3),
                Rows.text(row, 4),
                Rows.text(row, 5),
                amount,
                bouncedOn);
    }

    /** Records a slip, and gives it the next number. */
    public DepositSlip insert(
            PaymentMethod method,
            LocalDate madeOn,
            Letterhead letterhead,
            List<DepositSlip.Line> lines,
            Journal journal) {
        long number = database.nextId(DEPOSIT.ID);
        database.dsl()
                .insertInto(DEPOSIT)
                .set(DEPOSIT.ID, number)
                .set(DEPOSIT.METHOD, method.code())
                .set(DEPOSIT.MADE_ON, madeOn)
                .set(DEPOSIT.LETTERHEAD_ID, new InvoiceIssue(database).letterheadId(letterhead))
                .set(DEPOSIT.ACT_ID, journal.actId())
                .execute();
        try (Batch batch = Batch.insert(
                database,
                DEPOSIT_LINE,
                DEPOSIT_LINE.DEPOSIT_ID,
                DEPOSIT_LINE.LINE,
                DEPOSIT_LINE.PAYMENT_ID,
                DEPOSIT_LINE.PAYOUT_ID,
                DEPOSIT_LINE.FAMILY_CODE,
                DEPOSIT_LINE.PAYER)) {
            int at = 0;
            for (DepositSlip.Line line : lines) {
                batch.add(number, ++at, line.paymentId(), line.payoutId(), line.familyCode(), line.payer());
            }
        }
        return new DepositSlip(number, method, madeOn, letterhead, lines);
    }

    /** Slips by their numbers; null leaves an end open, or takes all. */
    public List<DepositSlip> slips(
            @Nullable Long number, @Nullable PaymentMethod method, @Nullable LocalDate from, @Nullable LocalDate to) {
        Condition condition = number == null ? DSL.noCondition() : DEPOSIT.ID.eq(number);
        if (method != null) {
            condition = condition.and(DEPOSIT.METHOD.eq(method.code()));
        }
        if (from != null) {
            condition = condition.and(DEPOSIT.MADE_ON.ge(from));
        }
        if (to != null) {
            condition = condition.and(DEPOSIT.MADE_ON.le(to));
        }
        Map<Long, List<DepositSlip.Line>> lines = lines(condition);
        List<DepositSlip> slips = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(DEPOSIT.ID, DEPOSIT.METHOD, DEPOSIT.MADE_ON, LETTERHEAD.CONTENT)
                        .from(DEPOSIT)
                        .join(LETTERHEAD)
                        .on(LETTERHEAD.ID.eq(DEPOSIT.LETTERHEAD_ID))
                        .where(condition)
                        .orderBy(DEPOSIT.ID),
                row -> slips.add(new DepositSlip(
                        row.getLong(1),
                        PaymentMethod.parse(Rows.text(row, 2)).orElseThrow(),
                        Rows.day(row, 3),
                        Letterhead.of(Rows.text(row, 4)),
                        lines.getOrDefault(row.getLong(1), List.of()))));
        return slips;
    }

    private Map<Long, List<DepositSlip.Line>> lines(Condition condition) {
        Map<Long, List<DepositSlip.Line>> lines = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DEPOSIT_LINE.DEPOSIT_ID,
                                DSL.coalesce(PAYMENT.RECEIVED_ON, PAYOUT.PAID_ON),
                                DEPOSIT_LINE.FAMILY_CODE,
                                DEPOSIT_LINE.PAYER,
                                DSL.coalesce(PAYMENT.REFERENCE, PAYOUT.REFERENCE),
                                DSL.coalesce(PAYMENT.AMOUNT_CENTS, PAYOUT.AMOUNT_CENTS.neg()),
                                DEPOSIT_LINE.PAYMENT_ID,
                                DEPOSIT_LINE.PAYOUT_ID,
                                BOUNCE.PAID_ON)
                        .from(DEPOSIT_LINE)
                        .join(DEPOSIT)
                        .on(DEPOSIT.ID.eq(DEPOSIT_LINE.DEPOSIT_ID))
                        .leftJoin(PAYMENT)
                        .on(PAYMENT.ID.eq(DEPOSIT_LINE.PAYMENT_ID))
                        .leftJoin(PAYOUT)
                        .on(PAYOUT.ID.eq(DEPOSIT_LINE.PAYOUT_ID))
                        .leftJoin(BOUNCE)
                        .on(BOUNCE.PAYMENT_ID.eq(DEPOSIT_LINE.PAYMENT_ID))
                        .where(condition)
                        .orderBy(DEPOSIT_LINE.DEPOSIT_ID, DEPOSIT_LINE.LINE),
                row -> lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(line(
                                row,
                                Rows.longOrNull(row, 7),
                                Rows.longOrNull(row, 8),
                                Money.ofCents(row.getLong(6)),
                                Rows.dayOrNull(row, 9))));
        return lines;
    }

    /** Whether a slip's number is missing. */
    public boolean hasGap() {
        Long highest = database.dsl().select(DSL.max(DEPOSIT.ID)).from(DEPOSIT).fetchOne(0, Long.class);
        return highest != null && highest != database.dsl().fetchCount(DEPOSIT);
    }
}
