package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.SCHOOL;
import static fr.perisco.store.generated.Tables.TREASURY_CLAIM;

import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The documents that were issued. */
public final class InvoiceStore {
    private final Database database;

    public InvoiceStore(Database database) {
        this.database = database;
    }

    /**
     * Which documents to list; null for all.
     *
     * @param from first day of issue
     * @param child who stands on one of its lines
     * @param school where such a child went on the day of issue
     * @param overdueOn only invoices that are overdue on this day
     */
    public record Wanted(
            @Nullable YearMonth month,
            @Nullable String family,
            @Nullable String child,
            @Nullable String school,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable LocalDate overdueOn) {
        public static Wanted of(@Nullable YearMonth month, @Nullable String family) {
            return new Wanted(month, family, null, null, null, null, null);
        }

        private Condition condition() {
            Condition condition = DSL.noCondition();
            if (month != null) {
                condition = condition.and(INVOICE.MONTH.eq(MonthNumber.of(month)));
            }
            if (family != null) {
                condition = condition.and(FAMILY.CODE.eq(family));
            }
            if (child != null) {
                condition = condition.and(hasLine(CHILD.CODE.eq(child)));
            }
            if (school != null) {
                condition = condition.and(hasLine(SchoolOnDay.of(INVOICE_RUN.ISSUED_ON)
                        .eq(DSL.select(SCHOOL.ID).from(SCHOOL).where(SCHOOL.CODE.eq(school)))));
            }
            if (from != null) {
                condition = condition.and(INVOICE_RUN.ISSUED_ON.ge(from));
            }
            if (to != null) {
                condition = condition.and(INVOICE_RUN.ISSUED_ON.le(to));
            }
            return overdueOn == null ? condition : condition.and(isOverdue(overdueOn));
        }

        private static Condition hasLine(Condition ofChild) {
            return DSL.exists(DSL.selectOne()
                    .from(INVOICE_LINE)
                    .join(REGISTRATION)
                    .on(REGISTRATION.ID.eq(INVOICE_LINE.REGISTRATION_ID))
                    .join(CHILD)
                    .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                    .where(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                    .and(ofChild));
        }
    }

    /** Of a row of documents with its run: an invoice whose due date has passed, with something left to pay. */
    static Condition isOverdue(LocalDate day) {
        return INVOICE.KIND
                .eq(DSL.inline("invoice"))
                .and(INVOICE_RUN.DUE_ON.lt(day))
                .and(balance().gt(DSL.inline(0L)));
    }

    /** Documents in the order of issue. */
    public List<ListedInvoice> list(Wanted wanted) {
        Condition condition = wanted.condition();
        Field<Long> balance = balance();
        List<ListedInvoice> listed = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                INVOICE.NUMBER,
                                FAMILY.CODE,
                                FAMILY.NAME,
                                INVOICE.MONTH,
                                INVOICE.KIND,
                                INVOICE_RUN.ISSUED_ON,
                                INVOICE_RUN.DUE_ON,
                                INVOICE.AMOUNT_CENTS,
                                balance,
                                TREASURY_CLAIM.LIST_ID)
                        .from(INVOICE)
                        .leftJoin(TREASURY_CLAIM)
                        .on(TREASURY_CLAIM.INVOICE_ID.eq(INVOICE.ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                        .join(INVOICE_RUN)
                        .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                        .where(condition)
                        .orderBy(INVOICE.ID),
                row -> listed.add(new ListedInvoice(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        MonthNumber.read(row.getInt(4)),
                        row.getString(5).equals("credit-note"),
                        Rows.day(row, 6),
                        Rows.day(row, 7),
                        Money.ofCents(row.getLong(8)),
                        Money.ofCents(row.getLong(9)),
                        Rows.longOrNull(row, 10))));
        return listed;
    }

    /** What payments and credit leave of an invoice, or what is left to give back of a credit note. */
    static Field<Long> balance() {
        Field<Long> settled = DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                                .from(ALLOCATION)
                                .where(ALLOCATION.INVOICE_ID.eq(INVOICE.ID)))
                        .cast(Long.class),
                DSL.inline(0L));
        Field<Long> given = DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                                .from(ALLOCATION)
                                .where(ALLOCATION.CREDIT_NOTE_ID.eq(INVOICE.ID)))
                        .cast(Long.class),
                DSL.inline(0L));
        return DSL.when(INVOICE.KIND.eq(DSL.inline("invoice")), INVOICE.AMOUNT_CENTS.minus(settled))
                .otherwise(INVOICE.AMOUNT_CENTS.plus(given));
    }

    /** The number of the credit note that cancels an invoice; empty when none does. */
    public Optional<String> cancelledBy(long invoiceId) {
        return database.dsl()
                .select(INVOICE.NUMBER)
                .from(INVOICE)
                .where(INVOICE.CANCELS_INVOICE_ID.eq(invoiceId))
                .fetchOptional(INVOICE.NUMBER);
    }

    /** The credit notes that cancel some of these invoices, by the invoices' keys. */
    public Map<Long, Long> cancelling(Collection<Long> invoiceIds) {
        return database.dsl()
                .select(INVOICE.CANCELS_INVOICE_ID, INVOICE.ID)
                .from(INVOICE)
                .where(INVOICE.CANCELS_INVOICE_ID.in(invoiceIds))
                .fetchMap(INVOICE.CANCELS_INVOICE_ID, INVOICE.ID);
    }

    /** The numbers of the standing documents that correct an invoice, in the order of issue. */
    public List<String> correcting(long invoiceId) {
        return database.dsl()
                .selectDistinct(INVOICE.ID, INVOICE.NUMBER)
                .from(INVOICE_LINE)
                .join(INVOICE)
                .on(INVOICE.ID.eq(INVOICE_LINE.INVOICE_ID))
                .where(INVOICE_LINE.CORRECTS_INVOICE_ID.eq(invoiceId))
                .and(Standing.isTrue())
                .orderBy(INVOICE.ID)
                .fetch(INVOICE.NUMBER);
    }

    /** How often the family's month had been invoiced, an invoice of it included. */
    public int roundOf(long invoiceId) {
        return Objects.requireNonNull(database.dsl()
                .select(INVOICE.ROUND)
                .from(INVOICE)
                .where(INVOICE.ID.eq(invoiceId))
                .fetchOne(INVOICE.ROUND));
    }

    /** What the standing documents of a month come to, by family code. */
    public Map<String, Money> amounts(YearMonth month) {
        return database.dsl()
                .select(FAMILY.CODE, INVOICE.AMOUNT_CENTS)
                .from(INVOICE)
                .join(FAMILY)
                .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                .where(INVOICE.MONTH.eq(MonthNumber.of(month)).and(Standing.isTrue()))
                .fetchMap(row -> row.value1(), row -> Money.ofCents(row.value2()));
    }

    /** Hands each standing document of a month to a reader, in the order of issue, one at a time. */
    public void eachStanding(YearMonth month, Consumer<IssuedInvoice> reader) {
        new IssuedInvoiceReader(database)
                .each(
                        INVOICE.MONTH.eq(MonthNumber.of(month)).and(Standing.isTrue()),
                        (document, hash) -> reader.accept(document));
    }

    /** How many documents a month has. */
    public int count(YearMonth month) {
        return database.dsl().fetchCount(INVOICE, INVOICE.MONTH.eq(MonthNumber.of(month)));
    }

    /** One issued document; empty when there is none of this number. */
    public Optional<IssuedInvoice> find(String number) {
        List<IssuedInvoice> found = new ArrayList<>(1);
        each(null, number, found::add);
        return found.stream().findFirst();
    }

    /** The issued documents of these numbers that exist, by number. */
    public Map<String, IssuedInvoice> find(Collection<String> numbers) {
        Map<String, IssuedInvoice> found = new HashMap<>();
        if (!numbers.isEmpty()) {
            new IssuedInvoiceReader(database)
                    .each(INVOICE.NUMBER.in(numbers), (invoice, hash) -> found.put(invoice.number(), invoice));
        }
        return found;
    }

    /** Hands each issued document of the selection to a reader, in the order of issue, one at a time. */
    public void each(@Nullable YearMonth month, @Nullable String number, Consumer<IssuedInvoice> reader) {
        Condition condition = DSL.noCondition();
        if (month != null) {
            condition = condition.and(INVOICE.MONTH.eq(MonthNumber.of(month)));
        }
        if (number != null) {
            condition = condition.and(INVOICE.NUMBER.eq(number));
        }
        new IssuedInvoiceReader(database).each(condition, (invoice, hash) -> reader.accept(invoice));
    }
}
