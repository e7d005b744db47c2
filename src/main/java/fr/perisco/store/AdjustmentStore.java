package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.MONTH_TO_ADJUST;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.TARIFF;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.invoice.BilledPiece;
import fr.perisco.domain.invoice.ConsumedMonth;
import fr.perisco.domain.invoice.InvoicedMonth;
import fr.perisco.domain.invoice.LinePiece;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.Share;
import fr.perisco.domain.registration.Registration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Which invoiced months were touched since, and what documents have billed of them. */
public final class AdjustmentStore {
    private record FamilyMonthKey(long familyId, int month) {}

    private record Invoiced(String number, List<ConsumedMonth> consumed, List<BilledPiece> billed) {}

    private final Database database;

    public AdjustmentStore(Database database) {
        this.database = database;
    }

    /** Notes that days of registrations changed in a month. */
    void daysChanged(YearMonth month, Collection<Long> registrationIds) {
        if (!isInvoiced(INVOICE_RUN.MONTH.eq(MonthNumber.of(month)))) {
            return;
        }
        Long none = null;
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .insertInto(MONTH_TO_ADJUST, MONTH_TO_ADJUST.FAMILY_ID, MONTH_TO_ADJUST.MONTH)
                        .select(DSL.select(INVOICE.FAMILY_ID, INVOICE.MONTH)
                                .from(REGISTRATION)
                                .join(INVOICE)
                                .on(SharingStore.isPaidBy(INVOICE.FAMILY_ID))
                                .where(REGISTRATION.ID.eq(DSL.val(none, Long.class)))
                                .and(INVOICE.MONTH.eq(DSL.val((Integer) null, Integer.class)))
                                .and(Standing.isTrue()))
                        .onConflictDoNothing())) {
            registrationIds.forEach(id -> batch.add(id, MonthNumber.of(month)));
        }
    }

    /** Notes the invoiced months of families from a day on, for which something else counts now. */
    public void termsChanged(Collection<Long> familyIds, LocalDate from) {
        if (isInvoiced(DSL.noCondition())) {
            note(invoicesFrom(from).and(INVOICE.FAMILY_ID.in(familyIds)));
        }
    }

    /**
     * Notes the invoiced months for which an act's quotients, residences and children's data count.
     *
     * @param mendedBirths the children whose birth date was mended
     */
    void termsChanged(Journal journal, Collection<Long> mendedBirths) {
        if (!isInvoiced(DSL.noCondition())) {
            return;
        }
        long act = journal.actId();
        for (LocalDate from : days(FAMILY_QUOTIENT.COUNTS_FROM_ON, FAMILY_QUOTIENT.ACT_ID.eq(act))) {
            note(invoicesFrom(from)
                    .and(INVOICE.FAMILY_ID.in(DSL.select(FAMILY_QUOTIENT.FAMILY_ID)
                            .from(FAMILY_QUOTIENT)
                            .where(FAMILY_QUOTIENT.ACT_ID.eq(act))
                            .and(FAMILY_QUOTIENT.COUNTS_FROM_ON.eq(from)))));
        }
        for (LocalDate from : days(CHILD_SCHOOLING.FROM_ON, CHILD_SCHOOLING.ACT_ID.eq(act))) {
            note(invoicesFrom(from)
                    .and(INVOICE.FAMILY_ID.in(DSL.select(CHILD_FAMILY.FAMILY_ID)
                            .from(CHILD_FAMILY)
                            .join(CHILD_SCHOOLING)
                            .on(CHILD_SCHOOLING.CHILD_ID.eq(CHILD_FAMILY.CHILD_ID))
                            .where(CHILD_SCHOOLING.ACT_ID.eq(act))
                            .and(CHILD_SCHOOLING.FROM_ON.eq(from)))));
        }
        mendedBirths.forEach(child -> note(INVOICE.FAMILY_ID.in(
                DSL.select(CHILD_FAMILY.FAMILY_ID).from(CHILD_FAMILY).where(CHILD_FAMILY.CHILD_ID.eq(child)))));
        for (LocalDate from : days(FAMILY_RESIDENCY.FROM_ON, FAMILY_RESIDENCY.ACT_ID.eq(act))) {
            note(invoicesFrom(from)
                    .and(INVOICE.FAMILY_ID.in(DSL.select(FAMILY_RESIDENCY.FAMILY_ID)
                            .from(FAMILY_RESIDENCY)
                            .where(FAMILY_RESIDENCY.ACT_ID.eq(act))
                            .and(FAMILY_RESIDENCY.FROM_ON.eq(from)))));
        }
    }

    /** Notes the invoiced months in which children rank otherwise in their families, now that these registrations changed. */
    void ranksChanged(Collection<Registration> changed) {
        if (changed.isEmpty()
                || !isInvoiced(DSL.noCondition())
                || !database.dsl()
                        .fetchExists(TARIFF, TARIFF.MIN_RANK.isNotNull().or(TARIFF.MAX_RANK.isNotNull()))) {
            return;
        }
        changed.forEach(registration -> note(invoicesFrom(registration.from())
                .and(INVOICE.MONTH.le(MonthNumber.of(YearMonth.from(registration.to()))))
                .and(INVOICE.FAMILY_ID.in(DSL.select(CHILD_FAMILY.FAMILY_ID)
                        .from(CHILD_FAMILY)
                        .where(CHILD_FAMILY.CHILD_ID.eq(registration.childId()))))));
    }

    /**
     * Notes the invoiced months that an act's tariffs price otherwise. A unit whose tariffs begin later now has no other price
     * for the days before: they keep the one that they were invoiced with.
     */
    public void tariffsChanged(Journal journal) {
        if (!isInvoiced(DSL.noCondition())) {
            return;
        }
        long act = journal.actId();
        database.dsl()
                .select(TARIFF.UNIT_ID, DSL.min(TARIFF.VALID_FROM_ON))
                .from(TARIFF)
                .where(TARIFF.ACT_ID.eq(act).or(TARIFF.RETIRED_ACT_ID.eq(act)))
                .groupBy(TARIFF.UNIT_ID)
                .forEach(this::noteUnit);
    }

    private void noteUnit(Record2<Long, LocalDate> changed) {
        LocalDate begins = database.dsl()
                .select(DSL.min(TARIFF.VALID_FROM_ON))
                .from(TARIFF)
                .where(TARIFF.UNIT_ID.eq(changed.value1()).and(TARIFF.RETIRED_ACT_ID.isNull()))
                .fetchOne(0, LocalDate.class);
        if (begins != null) {
            LocalDate from = begins.isAfter(changed.value2()) ? begins : changed.value2();
            note(invoicesFrom(from)
                    .andExists(DSL.selectOne()
                            .from(INVOICE_LINE)
                            .where(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                            .and(INVOICE_LINE.UNIT_ID.eq(changed.value1()))));
        }
    }

    /** Notes the earlier months that a document had corrected, now that it is cancelled. */
    public void correctionsCancelled(long invoiceId) {
        note(INVOICE.ID.in(DSL.select(INVOICE_LINE.CORRECTS_INVOICE_ID)
                .from(INVOICE_LINE)
                .where(INVOICE_LINE.INVOICE_ID.eq(invoiceId))
                .and(INVOICE_LINE.CORRECTS_INVOICE_ID.isNotNull())));
    }

    private boolean isInvoiced(Condition run) {
        return database.dsl().fetchExists(INVOICE_RUN, run);
    }

    private List<LocalDate> days(TableField<?, LocalDate> day, Condition ofAct) {
        return database.dsl()
                .selectDistinct(day)
                .from(day.getTable())
                .where(ofAct)
                .fetch(day);
    }

    private static Condition invoicesFrom(LocalDate day) {
        return INVOICE.MONTH.ge(MonthNumber.of(YearMonth.from(day)));
    }

    private void note(Condition invoices) {
        database.dsl()
                .insertInto(MONTH_TO_ADJUST, MONTH_TO_ADJUST.FAMILY_ID, MONTH_TO_ADJUST.MONTH)
                .select(DSL.select(INVOICE.FAMILY_ID, INVOICE.MONTH)
                        .from(INVOICE)
                        .where(invoices.and(Standing.isTrue())))
                .onConflictDoNothing()
                .execute();
    }

    boolean isTouched(long familyId) {
        return database.dsl().fetchExists(MONTH_TO_ADJUST, MONTH_TO_ADJUST.FAMILY_ID.eq(familyId));
    }

    /** The touched months before a month, oldest first, by the family's key. */
    Map<Long, List<InvoicedMonth>> touchedBefore(YearMonth month, List<Unit> units) {
        Map<FamilyMonthKey, Invoiced> found = invoiced(month);
        if (found.isEmpty()) {
            return new HashMap<>();
        }
        readConsumed(found, units);
        readBilled(found, month);
        Map<Long, Map<Integer, InvoicedMonth>> sorted = new HashMap<>();
        found.forEach((key, invoiced) -> sorted.computeIfAbsent(key.familyId(), id -> new TreeMap<>())
                .put(
                        key.month(),
                        new InvoicedMonth(
                                MonthNumber.read(key.month()),
                                invoiced.number(),
                                invoiced.consumed(),
                                invoiced.billed())));
        Map<Long, List<InvoicedMonth>> touched = new HashMap<>();
        sorted.forEach((family, months) -> touched.put(family, List.copyOf(months.values())));
        return touched;
    }

    private Map<FamilyMonthKey, Invoiced> invoiced(YearMonth before) {
        Map<FamilyMonthKey, Invoiced> found = new HashMap<>();
        database.dsl()
                .select(MONTH_TO_ADJUST.FAMILY_ID, MONTH_TO_ADJUST.MONTH, INVOICE.NUMBER)
                .from(MONTH_TO_ADJUST)
                .join(INVOICE)
                .on(INVOICE.FAMILY_ID.eq(MONTH_TO_ADJUST.FAMILY_ID).and(INVOICE.MONTH.eq(MONTH_TO_ADJUST.MONTH)))
                .where(MONTH_TO_ADJUST.MONTH.lt(MonthNumber.of(before)))
                .and(Standing.isTrue())
                .forEach(row -> found.put(
                        new FamilyMonthKey(row.value1(), row.value2()),
                        new Invoiced(row.value3(), new ArrayList<>(), new ArrayList<>())));
        return found;
    }

    private void readConsumed(Map<FamilyMonthKey, Invoiced> found, List<Unit> units) {
        ConsumedMonths months = new ConsumedMonths(database, units);
        found.keySet().stream()
                .mapToInt(FamilyMonthKey::month)
                .distinct()
                .forEach(month -> months.each(
                        MonthNumber.read(month),
                        SharingStore.isPaidByOneOf(DSL.select(MONTH_TO_ADJUST.FAMILY_ID)
                                .from(MONTH_TO_ADJUST)
                                .where(MONTH_TO_ADJUST.MONTH.eq(month))),
                        (family, consumed) -> {
                            Invoiced invoiced = found.get(new FamilyMonthKey(family, month));
                            if (invoiced != null) {
                                invoiced.consumed().add(consumed);
                            }
                        }));
    }

    private void readBilled(Map<FamilyMonthKey, Invoiced> found, YearMonth before) {
        Select<?> pieces = database.dsl()
                .select(
                        MONTH_TO_ADJUST.FAMILY_ID,
                        MONTH_TO_ADJUST.MONTH,
                        INVOICE_LINE.REGISTRATION_ID,
                        INVOICE_LINE.UNIT_ID,
                        INVOICE_LINE.DAYS,
                        INVOICE_LINE.QUANTITY,
                        INVOICE_LINE.TARIFF_ID,
                        INVOICE_LINE.QUOTIENT_ID,
                        INVOICE_LINE.UNIT_PRICE_CENTS,
                        INVOICE_LINE.IS_SURCHARGE,
                        INVOICE_LINE.SHARE_FROM,
                        INVOICE_LINE.SHARE_TO)
                .from(MONTH_TO_ADJUST)
                .join(INVOICE)
                .on(INVOICE.FAMILY_ID.eq(MONTH_TO_ADJUST.FAMILY_ID))
                .join(INVOICE_LINE)
                .on(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID).and(INVOICE_LINE.MONTH.eq(MONTH_TO_ADJUST.MONTH)))
                .where(MONTH_TO_ADJUST.MONTH.lt(MonthNumber.of(before)))
                .orderBy(INVOICE.ID, INVOICE_LINE.LINE, INVOICE_LINE.PIECE);
        Rows.each(database, pieces, row -> {
            Invoiced invoiced = found.get(new FamilyMonthKey(row.getLong(1), row.getInt(2)));
            if (invoiced != null) {
                LinePiece piece = new LinePiece(
                        row.getLong(3),
                        row.getLong(4),
                        DaySet.ofBits(row.getInt(5)),
                        row.getInt(6),
                        row.getLong(7),
                        Rows.longOrNull(row, 8),
                        row.getBoolean(10),
                        new Share(row.getInt(11), row.getInt(12)));
                invoiced.billed().add(new BilledPiece(piece, Money.ofCents(row.getLong(9))));
            }
        });
    }

    /**
     * Forgets the months before a month of the families that just got a document.
     *
     * @param invoiceIds keys of the documents, one after the other
     */
    public void settled(YearMonth before, List<Long> invoiceIds) {
        database.dsl()
                .deleteFrom(MONTH_TO_ADJUST)
                .where(MONTH_TO_ADJUST.MONTH.lt(MonthNumber.of(before)))
                .and(MONTH_TO_ADJUST.FAMILY_ID.in(DSL.select(INVOICE.FAMILY_ID)
                        .from(INVOICE)
                        .where(INVOICE.ID.between(invoiceIds.get(0), invoiceIds.get(invoiceIds.size() - 1)))))
                .execute();
    }
}
