package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.REMINDER;
import static fr.perisco.store.generated.Tables.REMINDER_INVOICE;
import static fr.perisco.store.generated.Tables.TREASURY_CLAIM;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.recovery.FamilyDebt;
import fr.perisco.domain.recovery.OverdueInvoice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What families owe past its due date. */
public final class OverdueStore {
    private record Last(int level, LocalDate sentOn) {}

    private final Database database;

    public OverdueStore(Database database) {
        this.database = database;
    }

    /**
     * The families that owe something past its due date, in the order of their codes, without credits, holds and plans.
     *
     * @param familyId null for all
     */
    public List<FamilyDebt> debts(LocalDate day, @Nullable Long familyId) {
        Condition ofFamily = familyId == null ? DSL.noCondition() : INVOICE.FAMILY_ID.eq(familyId);
        Map<Long, Last> reminders = lastReminders(ofFamily);
        Collected collected = new Collected(day);
        Rows.each(
                database,
                query(day, ofFamily),
                row -> collected.add(
                        row.getLong(1),
                        Rows.text(row, 2),
                        Rows.text(row, 3),
                        overdue(
                                reminders.get(row.getLong(4)),
                                new OverdueInvoice(
                                        row.getLong(4),
                                        Rows.text(row, 5),
                                        MonthNumber.read(row.getInt(6)),
                                        Rows.day(row, 7),
                                        Rows.day(row, 8),
                                        Money.ofCents(row.getLong(9)),
                                        Money.ofCents(row.getLong(10)),
                                        0,
                                        null,
                                        Rows.longOrNull(row, 11) != null))));
        return collected.debts();
    }

    private static OverdueInvoice overdue(@Nullable Last last, OverdueInvoice never) {
        return last == null
                ? never
                : new OverdueInvoice(
                        never.id(),
                        never.number(),
                        never.month(),
                        never.issuedOn(),
                        never.dueOn(),
                        never.amount(),
                        never.balance(),
                        last.level(),
                        last.sentOn(),
                        never.handedOver());
    }

    private Select<?> query(LocalDate day, Condition ofFamily) {
        return database.dsl()
                .select(
                        FAMILY.ID,
                        FAMILY.CODE,
                        FAMILY.NAME,
                        INVOICE.ID,
                        INVOICE.NUMBER,
                        INVOICE.MONTH,
                        INVOICE_RUN.ISSUED_ON,
                        INVOICE_RUN.DUE_ON,
                        INVOICE.AMOUNT_CENTS,
                        InvoiceStore.balance(),
                        TREASURY_CLAIM.LIST_ID)
                .from(INVOICE)
                .join(INVOICE_RUN)
                .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                .join(FAMILY)
                .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                .leftJoin(TREASURY_CLAIM)
                .on(TREASURY_CLAIM.INVOICE_ID.eq(INVOICE.ID))
                .where(InvoiceStore.isOverdue(day).and(ofFamily))
                .orderBy(FAMILY.CODE, INVOICE_RUN.DUE_ON, INVOICE.ID);
    }

    /** The last reminder that raised the level of each invoice. */
    private Map<Long, Last> lastReminders(Condition ofFamily) {
        Map<Long, Last> last = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(REMINDER_INVOICE.INVOICE_ID, REMINDER_INVOICE.LEVEL, DSL.min(REMINDER.SENT_ON))
                        .from(REMINDER_INVOICE)
                        .join(REMINDER)
                        .on(REMINDER.ID.eq(REMINDER_INVOICE.REMINDER_ID))
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(REMINDER_INVOICE.INVOICE_ID))
                        .where(REMINDER_INVOICE.LEVEL.gt(DSL.inline(0)).and(ofFamily))
                        .groupBy(REMINDER_INVOICE.INVOICE_ID, REMINDER_INVOICE.LEVEL)
                        .orderBy(REMINDER_INVOICE.INVOICE_ID, REMINDER_INVOICE.LEVEL),
                row -> last.put(row.getLong(1), new Last(row.getInt(2), Rows.day(row, 3))));
        return last;
    }

    /** Groups rows that come family by family. */
    private static final class Collected {
        private final LocalDate day;
        private final List<FamilyDebt> debts = new ArrayList<>();
        private final List<OverdueInvoice> invoices = new ArrayList<>();
        private long familyId;
        private String code = "";
        private String name = "";

        Collected(LocalDate day) {
            this.day = day;
        }

        void add(long family, String itsCode, String itsName, OverdueInvoice invoice) {
            if (family != familyId) {
                finish();
                familyId = family;
                code = itsCode;
                name = itsName;
            }
            invoices.add(invoice);
        }

        private void finish() {
            if (!invoices.isEmpty()) {
                debts.add(new FamilyDebt(day, familyId, code, name, invoices, Money.ZERO, null, null));
                invoices.clear();
            }
        }

        List<FamilyDebt> debts() {
            finish();
            return debts;
        }
    }
}
