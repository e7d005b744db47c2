package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.ONLINE_PAYMENT;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.HeldPayment;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipOutcome;
import fr.perisco.domain.payment.PayFipResult;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.TypedPayments;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Payments that came through PayFiP. */
public final class OnlinePaymentStore {
    private final Database database;

    public OnlinePaymentStore(Database database) {
        this.database = database;
    }

    /** The recorded payments that could be one of these: of the same invoices, or under the same keys. */
    public List<PayFipNotification> recorded(Collection<PayFipNotification> told) {
        List<PayFipNotification> recorded = new ArrayList<>();
        for (List<String> refdets :
                Portions.of(told.stream().map(PayFipNotification::refdet).toList())) {
            add(recorded, ONLINE_PAYMENT.REFDET.in(refdets));
        }
        for (List<String> idops : Portions.of(told.stream()
                .map(PayFipNotification::idop)
                .filter(idop -> !idop.isEmpty())
                .toList())) {
            add(recorded, ONLINE_PAYMENT.IDOP.in(idops));
        }
        return recorded;
    }

    private void add(List<PayFipNotification> recorded, Condition condition) {
        database.dsl()
                .select(
                        ONLINE_PAYMENT.NUMCLI,
                        ONLINE_PAYMENT.REFDET,
                        PAYMENT.AMOUNT_CENTS,
                        ONLINE_PAYMENT.NUMAUTO,
                        PAYMENT.RECEIVED_ON,
                        ONLINE_PAYMENT.HEURTRANS,
                        ONLINE_PAYMENT.IDOP)
                .from(ONLINE_PAYMENT)
                .join(PAYMENT)
                .on(PAYMENT.ID.eq(ONLINE_PAYMENT.PAYMENT_ID))
                .where(condition)
                .forEach(row -> recorded.add(new PayFipNotification(
                        row.value1(),
                        null,
                        row.value2(),
                        Money.ofCents(row.value3()),
                        "",
                        PayFipResult.PAID_BY_CARD,
                        row.value4(),
                        row.value5(),
                        time(row.value6()),
                        Objects.requireNonNullElse(row.value7(), ""))));
    }

    /** Online payments that were entered by hand and could be one of these; one that the bank took back aside. */
    public List<TypedPayments.Typed> typed(Collection<PayFipNotification> told) {
        List<TypedPayments.Typed> typed = new ArrayList<>();
        for (List<String> refdets :
                Portions.of(told.stream().map(PayFipNotification::refdet).toList())) {
            database.dsl()
                    .selectDistinct(PAYMENT.ID, INVOICE.NUMBER, PAYMENT.AMOUNT_CENTS, PAYMENT.REFERENCE)
                    .from(ALLOCATION)
                    .join(INVOICE)
                    .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                    .join(PAYMENT)
                    .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                    .where(INVOICE.NUMBER.in(refdets))
                    .and(isTyped())
                    .andNotExists(DSL.selectOne().from(PAYOUT).where(PAYOUT.PAYMENT_ID.eq(PAYMENT.ID)))
                    .orderBy(PAYMENT.ID, INVOICE.NUMBER)
                    .forEach(row -> typed.add(new TypedPayments.Typed(
                            row.value1(), row.value2(), Money.ofCents(row.value3()), row.value4())));
        }
        return typed;
    }

    private static Condition isTyped() {
        return PAYMENT.METHOD
                .eq(PaymentMethod.PAYFIP.code())
                .andNotExists(DSL.selectOne().from(ONLINE_PAYMENT).where(ONLINE_PAYMENT.PAYMENT_ID.eq(PAYMENT.ID)));
    }

    /**
     * The online payments that a statement could tell of: received on its days, or under its references and keys.
     *
     * @param span null for no day
     */
    public List<HeldPayment> held(@Nullable DaySpan span, Collection<PayFipNotification> statement) {
        Map<Long, HeldPayment> held = new LinkedHashMap<>();
        if (span != null) {
            addHeld(held, PAYMENT.RECEIVED_ON.between(span.from(), span.to()));
        }
        for (List<String> refdets :
                Portions.of(statement.stream().map(PayFipNotification::refdet).toList())) {
            addHeld(held, ONLINE_PAYMENT.REFDET.in(refdets));
            addHeld(held, INVOICE.NUMBER.in(refdets).and(isTyped()));
        }
        for (List<String> idops : Portions.of(statement.stream()
                .map(PayFipNotification::idop)
                .filter(idop -> !idop.isEmpty())
                .toList())) {
            addHeld(held, ONLINE_PAYMENT.IDOP.in(idops));
        }
        return List.copyOf(held.values());
    }

    private void addHeld(Map<Long, HeldPayment> held, Condition condition) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                PAYMENT.ID,
                                FAMILY.CODE,
                                DSL.coalesce(ONLINE_PAYMENT.REFDET, INVOICE.NUMBER, DSL.inline("")),
                                PAYMENT.AMOUNT_CENTS,
                                PAYMENT.RECEIVED_ON,
                                ONLINE_PAYMENT.HEURTRANS,
                                DSL.coalesce(ONLINE_PAYMENT.NUMAUTO, PAYMENT.REFERENCE),
                                DSL.coalesce(ONLINE_PAYMENT.IDOP, DSL.inline("")),
                                ONLINE_PAYMENT.PAYMENT_ID)
                        .from(PAYMENT)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(PAYMENT.FAMILY_ID))
                        .leftJoin(ONLINE_PAYMENT)
                        .on(ONLINE_PAYMENT.PAYMENT_ID.eq(PAYMENT.ID))
                        .leftJoin(ALLOCATION)
                        .on(ALLOCATION.PAYMENT_ID.eq(PAYMENT.ID))
                        .leftJoin(INVOICE)
                        .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                        .where(PAYMENT.METHOD.eq(PaymentMethod.PAYFIP.code()))
                        .and(condition)
                        .orderBy(PAYMENT.RECEIVED_ON, PAYMENT.ID, ALLOCATION.ID),
                row -> held.putIfAbsent(
                        row.getLong(1),
                        new HeldPayment(
                                row.getLong(1),
                                Rows.text(row, 2),
                                Rows.text(row, 3),
                                Money.ofCents(row.getLong(4)),
                                Rows.day(row, 5),
                                time(row.getString(6)),
                                Rows.text(row, 7),
                                Rows.text(row, 8),
                                Rows.longOrNull(row, 9) == null)));
    }

    private static @Nullable LocalTime time(@Nullable String written) {
        return written == null ? null : LocalTime.parse(written);
    }

    /**
     * Records payments, and what they settle.
     *
     * @param taken at least one
     * @return the key of the first; the others have those that follow
     */
    public long insert(List<PayFipOutcome> taken, Journal journal) {
        long first = database.nextId(PAYMENT.ID);
        insertPayments(taken, first, journal.actId());
        insertNotifications(taken, first);
        new PaymentStore(database).insert(allocations(taken, first), journal);
        return first;
    }

    private void insertPayments(List<PayFipOutcome> taken, long first, long actId) {
        Map<Long, Long> families = families(taken);
        long id = first;
        try (Batch batch = Batch.insert(
                database,
                PAYMENT,
                PAYMENT.ID,
                PAYMENT.FAMILY_ID,
                PAYMENT.RECEIVED_ON,
                PAYMENT.METHOD,
                PAYMENT.AMOUNT_CENTS,
                PAYMENT.REFERENCE,
                PAYMENT.ACT_ID)) {
            for (PayFipOutcome outcome : taken) {
                batch.add(
                        id++,
                        families.get(invoiceOf(outcome).id()),
                        outcome.notification().dattrans(),
                        PaymentMethod.PAYFIP.code(),
                        outcome.notification().montant().cents(),
                        outcome.notification().reference(),
                        actId);
            }
        }
    }

    private void insertNotifications(List<PayFipOutcome> taken, long first) {
        long id = first;
        try (Batch batch = Batch.insert(
                database,
                ONLINE_PAYMENT,
                ONLINE_PAYMENT.PAYMENT_ID,
                ONLINE_PAYMENT.IDOP,
                ONLINE_PAYMENT.NUMCLI,
                ONLINE_PAYMENT.REFDET,
                ONLINE_PAYMENT.NUMAUTO,
                ONLINE_PAYMENT.HEURTRANS)) {
            for (PayFipOutcome outcome : taken) {
                PayFipNotification told = outcome.notification();
                batch.add(
                        id++,
                        told.idop().isEmpty() ? null : told.idop(),
                        told.numcli(),
                        told.refdet(),
                        told.numauto(),
                        told.heurtrans() == null ? null : told.heurtrans().toString());
            }
        }
    }

    private static List<Allocation> allocations(List<PayFipOutcome> taken, long first) {
        List<Allocation> allocations = new ArrayList<>();
        long id = first;
        for (PayFipOutcome outcome : taken) {
            Credit credit = new Credit(id++, false, outcome.notification().montant());
            if (outcome.settled().isPositive()) {
                allocations.add(new Allocation(credit, invoiceOf(outcome).id(), outcome.settled()));
            }
        }
        return allocations;
    }

    private Map<Long, Long> families(List<PayFipOutcome> taken) {
        Map<Long, Long> families = new HashMap<>();
        for (List<Long> ids : Portions.of(
                taken.stream().map(outcome -> invoiceOf(outcome).id()).toList())) {
            families.putAll(database.dsl()
                    .select(INVOICE.ID, INVOICE.FAMILY_ID)
                    .from(INVOICE)
                    .where(INVOICE.ID.in(ids))
                    .fetchMap(INVOICE.ID, INVOICE.FAMILY_ID));
        }
        return families;
    }

    private static OpenInvoice invoiceOf(PayFipOutcome taken) {
        return Objects.requireNonNull(taken.invoice());
    }
}
