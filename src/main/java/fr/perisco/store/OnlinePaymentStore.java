package fr.perisco.store;

import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.ONLINE_PAYMENT;
import static fr.perisco.store.generated.Tables.PAYMENT;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.Allocation;
import fr.perisco.domain.payment.Credit;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipOutcome;
import fr.perisco.domain.payment.PayFipResult;
import fr.perisco.domain.payment.PaymentMethod;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
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
