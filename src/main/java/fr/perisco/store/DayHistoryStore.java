package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.RESERVATION_CHANGE;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.reservation.DayAct;
import fr.perisco.domain.reservation.DayHistory;
import fr.perisco.domain.reservation.DaySetKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Who booked what when, of today or as it stood when an invoice was issued. */
public final class DayHistoryStore {
    private final Database database;

    public DayHistoryStore(Database database) {
        this.database = database;
    }

    /** What had been done to a registration's month at a unit when a document was issued. */
    public DayHistory before(long invoiceId, YearMonth month, long unitId, long registrationId) {
        return history(
                month,
                unitId,
                registrationId,
                RESERVATION_CHANGE.ACT_ID.lt(DSL.field(DSL.select(INVOICE_RUN.ACT_ID)
                        .from(INVOICE_RUN)
                        .join(INVOICE)
                        .on(INVOICE.RUN_ID.eq(INVOICE_RUN.ID))
                        .where(INVOICE.ID.eq(invoiceId)))));
    }

    /** What was done to a registration's month at a unit. */
    public DayHistory of(YearMonth month, long unitId, long registrationId) {
        return history(month, unitId, registrationId, DSL.noCondition());
    }

    /** The numbers of the documents that bill a day of a registration at a unit or take it back, in the order of issue. */
    public List<String> documentsOf(LocalDate day, long unitId, long registrationId) {
        return database.dsl()
                .selectDistinct(INVOICE.ID, INVOICE.NUMBER)
                .from(INVOICE_LINE)
                .join(INVOICE)
                .on(INVOICE.ID.eq(INVOICE_LINE.INVOICE_ID))
                .where(INVOICE_LINE.REGISTRATION_ID.eq(registrationId))
                .and(INVOICE_LINE.UNIT_ID.eq(unitId))
                .and(INVOICE_LINE.MONTH.eq(MonthNumber.of(YearMonth.from(day))))
                .and(DSL.bitAnd(INVOICE_LINE.DAYS, DSL.inline(DaySet.of(day).bits()))
                        .ne(DSL.inline(0)))
                .orderBy(INVOICE.ID)
                .fetch(INVOICE.NUMBER);
    }

    /**
     * The days of a unit's month that an act of a kind took back and that are neither booked nor cancelled now, by
     * registration.
     */
    public Map<Long, DaySet> takenBack(YearMonth month, long unitId, DaySet days, String kind) {
        Map<Long, DaySet> found = new TreeMap<>();
        database.dsl()
                .select(
                        RESERVATION_CHANGE.REGISTRATION_ID,
                        RESERVATION_CHANGE.REMOVED,
                        RESERVATION_MONTH.BOOKED,
                        RESERVATION_MONTH.CANCELLED)
                .from(RESERVATION_CHANGE)
                .join(ACT)
                .on(ACT.ID.eq(RESERVATION_CHANGE.ACT_ID))
                .join(RESERVATION_MONTH)
                .on(RESERVATION_MONTH
                        .MONTH
                        .eq(RESERVATION_CHANGE.MONTH)
                        .and(RESERVATION_MONTH.UNIT_ID.eq(RESERVATION_CHANGE.UNIT_ID))
                        .and(RESERVATION_MONTH.REGISTRATION_ID.eq(RESERVATION_CHANGE.REGISTRATION_ID)))
                .where(RESERVATION_CHANGE.MONTH.eq(MonthNumber.of(month)))
                .and(RESERVATION_CHANGE.UNIT_ID.eq(unitId))
                .and(RESERVATION_CHANGE.DAY_SET.eq(DaySetKind.BOOKED.number()))
                .and(ACT.KIND.eq(kind))
                .forEach(row -> {
                    DaySet left = DaySet.ofBits(row.value2())
                            .intersect(days)
                            .minus(DaySet.ofBits(row.value3()))
                            .minus(DaySet.ofBits(row.value4()));
                    if (!left.isEmpty()) {
                        found.merge(row.value1(), left, DaySet::union);
                    }
                });
        return found;
    }

    private DayHistory history(YearMonth month, long unitId, long registrationId, Condition until) {
        List<DayHistory.Step> steps = new ArrayList<>();
        database.dsl()
                .select(
                        ACT.EFFECTIVE_AT,
                        ACT.ACTOR,
                        ACT.KIND,
                        ACT.REASON,
                        RESERVATION_CHANGE.DAY_SET,
                        RESERVATION_CHANGE.ADDED,
                        RESERVATION_CHANGE.REMOVED)
                .from(RESERVATION_CHANGE)
                .join(ACT)
                .on(ACT.ID.eq(RESERVATION_CHANGE.ACT_ID))
                .where(RESERVATION_CHANGE.MONTH.eq(MonthNumber.of(month)))
                .and(RESERVATION_CHANGE.UNIT_ID.eq(unitId))
                .and(RESERVATION_CHANGE.REGISTRATION_ID.eq(registrationId))
                .and(until)
                .orderBy(RESERVATION_CHANGE.ACT_ID, RESERVATION_CHANGE.DAY_SET)
                .forEach(row -> steps.add(new DayHistory.Step(
                        new DayAct(
                                LocalDateTime.parse(row.value1()),
                                row.value2(),
                                row.value3(),
                                Objects.requireNonNullElse(row.value4(), "")),
                        DaySetKind.ofNumber(row.value5()),
                        DaySet.ofBits(row.value6()),
                        DaySet.ofBits(row.value7()))));
        return new DayHistory(steps);
    }

    /** Quotient records by their keys. */
    public Map<Long, FamilyQuotient> quotients(Collection<Long> ids) {
        Map<Long, FamilyQuotient> found = new HashMap<>();
        FamilyHistories.quotients(database, FAMILY_QUOTIENT.ID.in(ids))
                .values()
                .forEach(records -> records.forEach(record -> found.put(record.id(), record)));
        return found;
    }
}
