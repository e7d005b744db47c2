package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYMENT_PLAN;
import static fr.perisco.store.generated.Tables.PAYMENT_PLAN_INSTALMENT;
import static fr.perisco.store.generated.Tables.PAYMENT_PLAN_INVOICE;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.recovery.Instalment;
import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.domain.recovery.PaymentPlan.Covered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Payment plans, their instalments and their invoices. */
public final class PlanStore {
    private final Database database;

    public PlanStore(Database database) {
        this.database = database;
    }

    /** Plans in the order in which they were made; of one family, or of all. */
    public List<PaymentPlan> plans(@Nullable Long familyId) {
        return plans(familyId == null ? DSL.noCondition() : PAYMENT_PLAN.FAMILY_ID.eq(familyId));
    }

    public Optional<PaymentPlan> plan(long id) {
        return plans(PAYMENT_PLAN.ID.eq(id)).stream().findFirst();
    }

    private List<PaymentPlan> plans(Condition condition) {
        Map<Long, List<Covered>> invoices = invoices(condition);
        Map<Long, List<Instalment>> instalments = instalments(condition);
        return database.dsl()
                .select(
                        PAYMENT_PLAN.ID,
                        PAYMENT_PLAN.FAMILY_ID,
                        FAMILY.CODE,
                        FAMILY.NAME,
                        PAYMENT_PLAN.MADE_ON,
                        PAYMENT_PLAN.ENDED_ON,
                        PAYMENT_PLAN.END_REASON)
                .from(PAYMENT_PLAN)
                .join(FAMILY)
                .on(FAMILY.ID.eq(PAYMENT_PLAN.FAMILY_ID))
                .where(condition)
                .orderBy(PAYMENT_PLAN.ID)
                .fetch(row -> new PaymentPlan(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        invoices.getOrDefault(row.value1(), List.of()),
                        instalments.getOrDefault(row.value1(), List.of()),
                        row.value6(),
                        row.value7()));
    }

    private Map<Long, List<Covered>> invoices(Condition condition) {
        Map<Long, List<Covered>> invoices = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                PAYMENT_PLAN.ID,
                                INVOICE.ID,
                                INVOICE.NUMBER,
                                PAYMENT_PLAN_INVOICE.BALANCE_CENTS,
                                InvoiceStore.balance())
                        .from(PAYMENT_PLAN)
                        .join(PAYMENT_PLAN_INVOICE)
                        .on(PAYMENT_PLAN_INVOICE.PLAN_ID.eq(PAYMENT_PLAN.ID))
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(PAYMENT_PLAN_INVOICE.INVOICE_ID))
                        .where(condition)
                        .orderBy(PAYMENT_PLAN.ID, INVOICE.ID),
                row -> invoices.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Covered(
                                row.getLong(2),
                                Rows.text(row, 3),
                                Money.ofCents(row.getLong(4)),
                                Money.ofCents(row.getLong(5)))));
        return invoices;
    }

    private Map<Long, List<Instalment>> instalments(Condition condition) {
        Map<Long, List<Instalment>> instalments = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(PAYMENT_PLAN.ID, PAYMENT_PLAN_INSTALMENT.DUE_ON, PAYMENT_PLAN_INSTALMENT.AMOUNT_CENTS)
                        .from(PAYMENT_PLAN)
                        .join(PAYMENT_PLAN_INSTALMENT)
                        .on(PAYMENT_PLAN_INSTALMENT.PLAN_ID.eq(PAYMENT_PLAN.ID))
                        .where(condition)
                        .orderBy(PAYMENT_PLAN.ID, PAYMENT_PLAN_INSTALMENT.RANK),
                row -> instalments
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new Instalment(Rows.day(row, 2), Money.ofCents(row.getLong(3)))));
        return instalments;
    }

    /** Keeps a plan and gives its key. */
    public long insert(PaymentPlan plan, Journal journal) {
        long id = database.nextId(PAYMENT_PLAN.ID);
        database.dsl()
                .insertInto(PAYMENT_PLAN)
                .set(PAYMENT_PLAN.ID, id)
                .set(PAYMENT_PLAN.FAMILY_ID, plan.familyId())
                .set(PAYMENT_PLAN.MADE_ON, plan.madeOn())
                .set(PAYMENT_PLAN.ACT_ID, journal.actId())
                .execute();
        try (Batch batch = Batch.insert(database, PAYMENT_PLAN_INVOICE, PAYMENT_PLAN_INVOICE.fields())) {
            plan.invoices()
                    .forEach(covered ->
                            batch.add(id, covered.invoiceId(), covered.balance().cents()));
        }
        try (Batch batch = Batch.insert(database, PAYMENT_PLAN_INSTALMENT, PAYMENT_PLAN_INSTALMENT.fields())) {
            int rank = 0;
            for (Instalment instalment : plan.instalments()) {
                batch.add(id, ++rank, instalment.dueOn(), instalment.amount().cents());
            }
        }
        return id;
    }

    public void end(long id, LocalDate day, String reason) {
        database.dsl()
                .update(PAYMENT_PLAN)
                .set(PAYMENT_PLAN.ENDED_ON, day)
                .set(PAYMENT_PLAN.END_REASON, reason)
                .where(PAYMENT_PLAN.ID.eq(id))
                .execute();
    }
}
