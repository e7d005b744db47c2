package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.PayoutKind;
import fr.perisco.domain.report.Age;
import fr.perisco.domain.report.BilledCell;
import fr.perisco.domain.report.Figure;
import fr.perisco.domain.report.MethodPayments;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Adds up what was invoiced, what is owed and what was paid. */
public final class MonthMoneyStore {
    /**
     * Which lines of the month's documents count.
     *
     * @param school where the line's child goes to school at the month's end; null for all
     */
    public record Lines(
            YearMonth month,
            Collection<Long> unitIds,
            @Nullable String school) {
        public Lines {
            unitIds = List.copyOf(unitIds);
        }
    }

    private final Database database;

    public MonthMoneyStore(Database database) {
        this.database = database;
    }

    /** Invoices and credit notes that have such lines, and what these come to; one figure a kind. */
    public List<Figure> documents(Lines lines) {
        Map<String, Figure> found = Figure.blank(List.of("invoice", "credit-note"));
        Rows.each(
                database,
                database.dsl()
                        .select(INVOICE.KIND, DSL.countDistinct(INVOICE.ID), DSL.sum(INVOICE_LINE.AMOUNT_CENTS))
                        .from(INVOICE)
                        .join(INVOICE_LINE)
                        .on(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(INVOICE_LINE.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(counted(lines))
                        .groupBy(INVOICE.KIND),
                row -> {
                    int count = row.getInt(2);
                    Money amount = Money.ofCents(row.getLong(3));
                    found.computeIfPresent(Rows.text(row, 1), (kind, none) -> none.plus(count, amount));
                });
        return List.copyOf(found.values());
    }

    /** The lines themselves, added up by what they bill, by unit and by row of the tariff. */
    public List<BilledCell> cells(Lines lines) {
        Field<String> part = DSL.when(INVOICE.CANCELS_INVOICE_ID.isNotNull(), DSL.inline(BilledCell.CANCELLATION))
                .otherwise(INVOICE_LINE.KIND)
                .as("part");
        List<BilledCell> cells = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                part,
                                INVOICE_LINE.UNIT_ID,
                                INVOICE_LINE.TARIFF_ID,
                                INVOICE_LINE.IS_SURCHARGE,
                                DSL.sum(INVOICE_LINE.QUANTITY),
                                DSL.sum(INVOICE_LINE.AMOUNT_CENTS))
                        .from(INVOICE)
                        .join(INVOICE_LINE)
                        .on(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(INVOICE_LINE.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(counted(lines))
                        .groupBy(part, INVOICE_LINE.UNIT_ID, INVOICE_LINE.TARIFF_ID, INVOICE_LINE.IS_SURCHARGE),
                row -> cells.add(new BilledCell(
                        Rows.text(row, 1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getInt(5),
                        Money.ofCents(row.getLong(6)))));
        return cells;
    }

    private static Condition counted(Lines lines) {
        Condition ofMonth =
                INVOICE.MONTH.eq(MonthNumber.of(lines.month())).and(INVOICE_LINE.UNIT_ID.in(lines.unitIds()));
        String school = lines.school();
        return school == null
                ? ofMonth
                : ofMonth.and(SchoolOnDay.of(lines.month().atEndOfMonth())
                        .eq(DSL.field(DSL.select(SCHOOL.ID).from(SCHOOL).where(SCHOOL.CODE.eq(school)))));
    }

    /** What all open invoices still ask for, by how long they have been past their due date; one figure an age. */
    public List<Figure> balances(LocalDate today) {
        Field<LocalDate> due = DSL.field(DSL.name("due"), LocalDate.class);
        Field<Long> balance = DSL.field(DSL.name("open_cents"), Long.class);
        Table<Record2<LocalDate, Long>> invoices = DSL.select(
                        INVOICE_RUN.DUE_ON.as(due), InvoiceStore.balance().as(balance))
                .from(INVOICE)
                .join(INVOICE_RUN)
                .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                .where(INVOICE.AMOUNT_CENTS.gt(DSL.inline(0L)))
                .asTable("open_invoice");
        Map<String, Figure> found =
                Figure.blank(List.of(Age.values()).stream().map(Age::code).toList());
        Rows.each(
                database,
                database.dsl()
                        .select(due, DSL.count(), DSL.sum(balance))
                        .from(invoices)
                        .where(balance.gt(DSL.inline(0L)))
                        .groupBy(due),
                row -> {
                    int count = row.getInt(2);
                    Money amount = Money.ofCents(row.getLong(3));
                    found.computeIfPresent(
                            Age.of(Rows.day(row, 1), today).code(), (age, sum) -> sum.plus(count, amount));
                });
        return List.copyOf(found.values());
    }

    /** What came and left again in a month, by the methods that were used, in their own order. */
    public List<MethodPayments> payments(YearMonth month) {
        Map<PaymentMethod, MethodPayments> found = new EnumMap<>(PaymentMethod.class);
        for (PaymentMethod method : PaymentMethod.values()) {
            found.put(method, MethodPayments.none(method));
        }
        Rows.each(
                database,
                database.dsl()
                        .select(PAYMENT.METHOD, DSL.count(), DSL.sum(PAYMENT.AMOUNT_CENTS))
                        .from(PAYMENT)
                        .where(PAYMENT.RECEIVED_ON.between(month.atDay(1), month.atEndOfMonth()))
                        .groupBy(PAYMENT.METHOD),
                row -> {
                    int count = row.getInt(2);
                    Money amount = Money.ofCents(row.getLong(3));
                    found.computeIfPresent(
                            method(Rows.text(row, 1)), (method, sums) -> sums.withPayments(count, amount));
                });
        Rows.each(
                database,
                database.dsl()
                        .select(PAYOUT.METHOD, PAYOUT.KIND, DSL.count(), DSL.sum(PAYOUT.AMOUNT_CENTS))
                        .from(PAYOUT)
                        .where(PAYOUT.PAID_ON.between(month.atDay(1), month.atEndOfMonth()))
                        .groupBy(PAYOUT.METHOD, PAYOUT.KIND),
                row -> {
                    boolean refund = PayoutKind.of(Rows.text(row, 2)) == PayoutKind.REFUND;
                    int count = row.getInt(3);
                    Money amount = Money.ofCents(row.getLong(4));
                    found.computeIfPresent(
                            method(Rows.text(row, 1)),
                            (method, sums) ->
                                    refund ? sums.withRefunds(count, amount) : sums.withBounces(count, amount));
                });
        return found.values().stream().filter(sums -> !sums.isNone()).toList();
    }

    private static PaymentMethod method(String code) {
        return PaymentMethod.parse(code).orElseThrow();
    }
}
