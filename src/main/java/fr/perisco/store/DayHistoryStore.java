package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.RESERVATION_CHANGE;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.reservation.DayAct;
import fr.perisco.domain.reservation.DayHistory;
import fr.perisco.domain.reservation.DaySetKind;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.impl.DSL;

/** What an invoice rests on: who booked what when, as it stood when the invoice was issued. */
public final class DayHistoryStore {
    private final Database database;

    public DayHistoryStore(Database database) {
        this.database = database;
    }

    /** What had been done to a registration's month at a unit when a document was issued. */
    public DayHistory before(long invoiceId, YearMonth month, long unitId, long registrationId) {
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
                .and(RESERVATION_CHANGE.ACT_ID.lt(DSL.field(DSL.select(INVOICE_RUN.ACT_ID)
                        .from(INVOICE_RUN)
                        .join(INVOICE)
                        .on(INVOICE.RUN_ID.eq(INVOICE_RUN.ID))
                        .where(INVOICE.ID.eq(invoiceId)))))
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
