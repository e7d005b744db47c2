package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.ONLINE_PAYMENT;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.DeskOperation;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.PayoutKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What came in and left at the payment desk. */
public final class DeskJournalStore {
    private final Database database;

    public DeskJournalStore(Database database) {
        this.database = database;
    }

    /**
     * All that came in and left on some days, in no particular order; null leaves an end open, or takes all methods or families.
     */
    public List<DeskOperation> operations(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PaymentMethod method,
            @Nullable String familyCode) {
        List<DeskOperation> operations = new ArrayList<>();
        Condition family = familyCode == null ? DSL.noCondition() : FAMILY.CODE.eq(familyCode);
        payments(
                operations,
                condition(PAYMENT.RECEIVED_ON, PAYMENT.METHOD, from, to, method).and(family));
        payouts(
                operations,
                condition(PAYOUT.PAID_ON, PAYOUT.METHOD, from, to, method).and(family));
        return operations;
    }

    private static Condition condition(
            Field<LocalDate> day,
            Field<String> ofMethod,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable PaymentMethod method) {
        Condition condition = DSL.noCondition();
        if (from != null) {
            condition = condition.and(day.ge(from));
        }
        if (to != null) {
            condition = condition.and(day.le(to));
        }
        return method == null ? condition : condition.and(ofMethod.eq(method.code()));
    }

    /** Who drew the cheque, or else the family's name. */
    static Field<String> payer() {
        return DSL.when(DSL.coalesce(PAYMENT.DRAWER, DSL.inline("")).eq(DSL.inline("")), FAMILY.NAME)
                .otherwise(PAYMENT.DRAWER);
    }

    private void payments(List<DeskOperation> operations, Condition condition) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                PAYMENT.ID,
                                PAYMENT.RECEIVED_ON,
                                PAYMENT.METHOD,
                                FAMILY.CODE,
                                payer(),
                                PAYMENT.REFERENCE,
                                PAYMENT.AMOUNT_CENTS,
                                ACT.EFFECTIVE_AT,
                                DSL.coalesce(ONLINE_PAYMENT.HEURTRANS, DSL.inline("")))
                        .from(PAYMENT)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .join(ACT)
                        .on(ACT.ID.eq(PAYMENT.ACT_ID))
                        .leftJoin(ONLINE_PAYMENT)
                        .on(ONLINE_PAYMENT.PAYMENT_ID.eq(PAYMENT.ID))
                        .where(condition),
                row -> operations.add(
                        operation(row, DeskOperation.Kind.PAYMENT, Money.ofCents(row.getLong(7)), Rows.text(row, 9))));
    }

    private void payouts(List<DeskOperation> operations, Condition condition) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                DSL.coalesce(PAYOUT.PAYMENT_ID, PAYOUT.ID),
                                PAYOUT.PAID_ON,
                                PAYOUT.METHOD,
                                FAMILY.CODE,
                                payer(),
                                PAYOUT.REFERENCE,
                                PAYOUT.AMOUNT_CENTS,
                                ACT.EFFECTIVE_AT,
                                PAYOUT.KIND)
                        .from(PAYOUT)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYOUT.FAMILY_ID))
                        .join(ACT)
                        .on(ACT.ID.eq(PAYOUT.ACT_ID))
                        .leftJoin(PAYMENT)
                        .on(PAYMENT.ID.eq(PAYOUT.PAYMENT_ID))
                        .where(condition),
                row -> operations.add(operation(
                        row,
                        PayoutKind.of(Rows.text(row, 9)) == PayoutKind.REFUND
                                ? DeskOperation.Kind.REFUND
                                : DeskOperation.Kind.BOUNCE,
                        Money.ofCents(row.getLong(7)).negated(),
                        "")));
    }

    private static DeskOperation operation(ResultSet row, DeskOperation.Kind kind, Money amount, String toldTime)
            throws SQLException {
        LocalDate day = Rows.day(row, 2);
        return new DeskOperation(
                kind,
                row.getLong(1),
                day,
                time(day, LocalDateTime.parse(Rows.text(row, 8)), toldTime),
                PaymentMethod.parse(Rows.text(row, 3)).orElseThrow(),
                Rows.text(row, 4),
                Rows.text(row, 5),
                Rows.text(row, 6),
                amount);
    }

    private static @Nullable LocalTime time(LocalDate day, LocalDateTime entered, String told) {
        if (!told.isEmpty()) {
            return LocalTime.parse(told);
        }
        return entered.toLocalDate().equals(day) ? entered.toLocalTime().withSecond(0) : null;
    }
}
