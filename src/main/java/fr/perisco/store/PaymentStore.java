package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.ListedPayment;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.Vouchers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Payments, and what they settle. */
public final class PaymentStore {
    private final Database database;

    public PaymentStore(Database database) {
        this.database = database;
    }

    /** Invoices with something left to pay, oldest first; of one family, or of all. */
    public List<OpenInvoice> openInvoices(@Nullable Long familyId, @Nullable YearMonth month) {
        Condition condition = familyId == null ? DSL.noCondition() : INVOICE.FAMILY_ID.eq(familyId);
        if (month != null) {
            condition = condition.and(INVOICE.MONTH.eq(MonthNumber.of(month)));
        }
        return open(condition.and(InvoiceStore.balance().gt(DSL.inline(0L))));
    }

    /** A family's invoices with what is left to pay on them, which may be nothing. */
    public List<OpenInvoice> invoicesOf(long familyId) {
        return open(INVOICE.FAMILY_ID.eq(familyId));
    }

    /** One invoice with what is left to pay on it, which may be nothing. */
    public Optional<OpenInvoice> invoice(String number) {
        return open(INVOICE.NUMBER.eq(number)).stream().findFirst();
    }

    /** Invoices by number, with what is left to pay on them, which may be nothing; numbers that name none are not in it. */
    public Map<String, OpenInvoice> invoices(Collection<String> numbers) {
        Map<String, OpenInvoice> found = new HashMap<>();
        Portions.of(numbers)
                .forEach(portion ->
                        open(INVOICE.NUMBER.in(portion)).forEach(invoice -> found.put(invoice.number(), invoice)));
        return found;
    }

    private List<OpenInvoice> open(Condition condition) {
        List<OpenInvoice> open = new ArrayList<>();
        Select<?> query = database.dsl()
                .select(
                        INVOICE.ID,
                        Rows.packed(List.of(INVOICE.NUMBER, FAMILY.CODE, FAMILY.LOGIN)),
                        INVOICE.MONTH,
                        INVOICE.RUN_ID,
                        InvoiceStore.balance())
                .from(INVOICE)
                .join(FAMILY)
                .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                .where(INVOICE.KIND.eq(DSL.inline("invoice")).and(condition))
                .orderBy(INVOICE.ID);
        Map<Long, LocalDate> issuedOn = database.dsl()
                .select(INVOICE_RUN.ID, INVOICE_RUN.ISSUED_ON)
                .from(INVOICE_RUN)
                .fetchMap(INVOICE_RUN.ID, INVOICE_RUN.ISSUED_ON);
        Rows.each(database, query, row -> {
            String[] texts = Rows.unpacked(row, 2, 3);
            open.add(new OpenInvoice(
                    row.getLong(1),
                    texts[0],
                    texts[1],
                    MonthNumber.read(row.getInt(3)),
                    Objects.requireNonNull(issuedOn.get(row.getLong(4))),
                    texts[2],
                    Money.ofCents(row.getLong(5))));
        });
        return open;
    }

    private record DatedCredit(LocalDate day, Credit credit) {}

    /** What families have left of payments and credit notes, oldest first, by the family's key. */
    public Map<Long, List<Credit>> credits() {
        return credits(DSL.noCondition(), DSL.noCondition());
    }

    /** What a family has left of its payments and credit notes, oldest first. */
    public List<Credit> credits(long familyId) {
        return credits(PAYMENT.FAMILY_ID.eq(familyId), INVOICE.FAMILY_ID.eq(familyId))
                .getOrDefault(familyId, List.of());
    }

    /** What of a family's money came as vouchers. */
    public Vouchers vouchers(long familyId) {
        Set<Long> payments = database.dsl()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.FAMILY_ID.eq(familyId))
                .and(PAYMENT.METHOD.eq(PaymentMethod.CESU.code()))
                .fetchSet(PAYMENT.ID);
        return payments.isEmpty()
                ? Vouchers.NONE
                : new Vouchers(payments, behindCreditNotes(familyId), otherMoney(familyId));
    }

    private Money cents(Field<BigDecimal> sum, long familyId) {
        Long cents = database.dsl()
                .select(sum.cast(Long.class))
                .from(PAYMENT)
                .where(PAYMENT.FAMILY_ID.eq(familyId))
                .fetchOne(0, Long.class);
        return Money.ofCents(cents == null ? 0 : cents);
    }

    private Map<Long, Money> behindCreditNotes(long familyId) {
        Table<?> corrected = DSL.selectDistinct(INVOICE_LINE.INVOICE_ID, INVOICE_LINE.CORRECTS_INVOICE_ID)
                .from(INVOICE_LINE)
                .join(INVOICE)
                .on(INVOICE.ID.eq(INVOICE_LINE.INVOICE_ID))
                .where(INVOICE.FAMILY_ID.eq(familyId))
                .and(INVOICE.KIND.eq(DSL.inline("credit-note")))
                .and(INVOICE_LINE.CORRECTS_INVOICE_ID.isNotNull())
                .asTable("corrected");
        Field<Long> note = corrected.field(INVOICE_LINE.INVOICE_ID);
        return database.dsl()
                .select(note, DSL.sum(ALLOCATION.AMOUNT_CENTS))
                .from(corrected)
                .join(ALLOCATION)
                .on(ALLOCATION.INVOICE_ID.eq(corrected.field(INVOICE_LINE.CORRECTS_INVOICE_ID)))
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                .where(PAYMENT.METHOD.eq(PaymentMethod.CESU.code()))
                .groupBy(note)
                .fetchMap(row -> row.value1(), row -> Money.ofCents(row.value2().longValueExact()));
    }

    private Money otherMoney(long familyId) {
        Money received = cents(
                DSL.sum(DSL.when(PAYMENT.METHOD.ne(PaymentMethod.CESU.code()), PAYMENT.AMOUNT_CENTS)
                        .otherwise(0L)),
                familyId);
        Long out = database.dsl()
                .select(DSL.sum(PAYOUT.AMOUNT_CENTS).cast(Long.class))
                .from(PAYOUT)
                .where(PAYOUT.FAMILY_ID.eq(familyId))
                .andNotExists(DSL.selectOne()
                        .from(PAYMENT)
                        .where(PAYMENT.ID.eq(PAYOUT.PAYMENT_ID))
                        .and(PAYMENT.METHOD.eq(PaymentMethod.CESU.code())))
                .fetchOne(0, Long.class);
        return received.minus(Money.ofCents(out == null ? 0 : out)).max(Money.ZERO);
    }

    private Map<Long, List<Credit>> credits(Condition payments, Condition creditNotes) {
        Map<Long, List<DatedCredit>> found = new HashMap<>();
        addCredits(found, false, paymentsLeft(payments));
        addCredits(found, true, creditNotesLeft(creditNotes));
        Map<Long, List<Credit>> credits = new HashMap<>();
        found.forEach((family, own) -> {
            own.sort(Comparator.comparing(DatedCredit::day));
            credits.put(family, own.stream().map(DatedCredit::credit).toList());
        });
        return credits;
    }

    /** What a family has left of its payments, credit notes aside. */
    public Money leftOfPayments(long familyId) {
        Money[] sum = {Money.ZERO};
        Rows.each(
                database,
                paymentsLeft(PAYMENT.FAMILY_ID.eq(familyId)),
                row -> sum[0] = sum[0].plus(Money.ofCents(row.getLong(3))));
        return sum[0];
    }

    private void addCredits(Map<Long, List<DatedCredit>> credits, boolean fromCreditNote, Select<?> query) {
        Rows.each(
                database,
                query,
                row -> credits.computeIfAbsent(row.getLong(1), family -> new ArrayList<>(1))
                        .add(new DatedCredit(
                                Rows.day(row, 4),
                                new Credit(row.getLong(2), fromCreditNote, Money.ofCents(row.getLong(3))))));
    }

    private Select<?> paymentsLeft(Condition condition) {
        Field<Long> left = left();
        return database.dsl()
                .select(PAYMENT.FAMILY_ID, PAYMENT.ID, left, PAYMENT.RECEIVED_ON)
                .from(PAYMENT)
                .where(left.gt(DSL.inline(0L)).and(condition))
                .orderBy(PAYMENT.RECEIVED_ON, PAYMENT.ID);
    }

    private Select<?> creditNotesLeft(Condition condition) {
        Field<Long> left = InvoiceStore.balance().neg();
        return database.dsl()
                .select(INVOICE.FAMILY_ID, INVOICE.ID, left, INVOICE_RUN.ISSUED_ON)
                .from(INVOICE)
                .join(INVOICE_RUN)
                .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                .where(INVOICE.KIND
                        .eq(DSL.inline("credit-note"))
                        .and(left.gt(DSL.inline(0L)))
                        .and(condition))
                .orderBy(INVOICE.ID);
    }

    /** What of a payment settles no invoice yet. */
    static Field<Long> left() {
        return PAYMENT.AMOUNT_CENTS.minus(DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                                .from(ALLOCATION)
                                .where(ALLOCATION.PAYMENT_ID.eq(PAYMENT.ID)))
                        .cast(Long.class),
                DSL.inline(0L)));
    }

    /** The key of a family's payment by the same method with the same reference, one that the bank took back aside. */
    public Optional<Long> find(long familyId, PaymentMethod method, String reference) {
        return database.dsl()
                .select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.FAMILY_ID.eq(familyId))
                .and(PAYMENT.METHOD.eq(method.code()))
                .and(PAYMENT.REFERENCE.eq(reference))
                .andNotExists(DSL.selectOne().from(PAYOUT).where(PAYOUT.PAYMENT_ID.eq(PAYMENT.ID)))
                .limit(1)
                .fetchOptional(PAYMENT.ID);
    }

    /**
     * Records a payment and gives its key.
     *
     * @param drawer who drew a cheque; empty for the family
     */
    public long insert(
            long familyId,
            LocalDate receivedOn,
            PaymentMethod method,
            Money amount,
            String reference,
            String drawer,
            Journal journal) {
        long id = database.nextId(PAYMENT.ID);
        database.dsl()
                .insertInto(PAYMENT)
                .set(PAYMENT.ID, id)
                .set(PAYMENT.FAMILY_ID, familyId)
                .set(PAYMENT.RECEIVED_ON, receivedOn)
                .set(PAYMENT.METHOD, method.code())
                .set(PAYMENT.AMOUNT_CENTS, amount.cents())
                .set(PAYMENT.REFERENCE, reference)
                .set(PAYMENT.DRAWER, drawer)
                .set(PAYMENT.ACT_ID, journal.actId())
                .execute();
        return id;
    }

    public void insert(List<Allocation> allocations, Journal journal) {
        if (allocations.isEmpty()) {
            return;
        }
        long id = database.nextId(ALLOCATION.ID);
        long actId = journal.actId();
        try (Batch batch = Batch.insert(
                database,
                ALLOCATION,
                ALLOCATION.ID,
                ALLOCATION.PAYMENT_ID,
                ALLOCATION.CREDIT_NOTE_ID,
                ALLOCATION.INVOICE_ID,
                ALLOCATION.AMOUNT_CENTS,
                ALLOCATION.ACT_ID)) {
            for (Allocation allocation : allocations) {
                Credit credit = allocation.credit();
                batch.add(
                        id++,
                        credit.fromCreditNote() ? null : credit.sourceId(),
                        credit.fromCreditNote() ? credit.sourceId() : null,
                        allocation.invoiceId(),
                        allocation.amount().cents(),
                        actId);
            }
        }
    }

    /** Payments in the order in which they were received. */
    public List<ListedPayment> list(@Nullable String familyCode, @Nullable LocalDate from, @Nullable LocalDate to) {
        Condition condition = familyCode == null ? DSL.noCondition() : FAMILY.CODE.eq(familyCode);
        if (from != null) {
            condition = condition.and(PAYMENT.RECEIVED_ON.ge(from));
        }
        if (to != null) {
            condition = condition.and(PAYMENT.RECEIVED_ON.le(to));
        }
        return list(condition);
    }

    /** One payment. */
    public Optional<ListedPayment> payment(long id) {
        return list(PAYMENT.ID.eq(id)).stream().findFirst();
    }

    private List<ListedPayment> list(Condition condition) {
        Map<Long, String> invoices = new HashMap<>();
        database.dsl()
                .select(ALLOCATION.PAYMENT_ID, INVOICE.NUMBER)
                .from(ALLOCATION)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                .join(FAMILY)
                .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                .join(INVOICE)
                .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                .where(condition)
                .groupBy(ALLOCATION.PAYMENT_ID, INVOICE.NUMBER)
                .having(DSL.sum(ALLOCATION.AMOUNT_CENTS).gt(DSL.inline(BigDecimal.ZERO)))
                .orderBy(DSL.min(ALLOCATION.ID))
                .forEach(row -> invoices.merge(row.value1(), row.value2(), (one, other) -> one + " " + other));
        return database.dsl()
                .select(
                        PAYMENT.ID,
                        FAMILY.CODE,
                        PAYMENT.RECEIVED_ON,
                        PAYMENT.METHOD,
                        PAYMENT.AMOUNT_CENTS,
                        PAYMENT.REFERENCE,
                        left(),
                        PAYOUT.PAID_ON)
                .from(PAYMENT)
                .join(FAMILY)
                .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                .leftJoin(PAYOUT)
                .on(PAYOUT.PAYMENT_ID.eq(PAYMENT.ID))
                .where(condition)
                .orderBy(PAYMENT.RECEIVED_ON, PAYMENT.ID)
                .fetch(row -> new ListedPayment(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        PaymentMethod.parse(row.value4()).orElseThrow(),
                        Money.ofCents(row.value5()),
                        row.value6(),
                        Money.ofCents(row.value7()),
                        invoices.getOrDefault(row.value1(), ""),
                        row.value8()));
    }
}
