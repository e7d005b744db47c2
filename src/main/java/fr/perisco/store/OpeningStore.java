package fr.perisco.store;

import static fr.perisco.store.generated.Tables.OPENING_TO_REAPPLY;

import fr.perisco.domain.activity.OpeningChange;
import fr.perisco.domain.calendar.DaySet;
import java.time.YearMonth;
import java.util.List;
import org.jooq.impl.DSL;

/** Days of units that were opened or closed after typical weeks were booked. */
public final class OpeningStore {
    private final Database database;

    public OpeningStore(Database database) {
        this.database = database;
    }

    /** Notes days, beside those that are noted already. */
    public void note(List<OpeningChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Integer none = null;
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .insertInto(
                                OPENING_TO_REAPPLY,
                                OPENING_TO_REAPPLY.UNIT_ID,
                                OPENING_TO_REAPPLY.MONTH,
                                OPENING_TO_REAPPLY.DAYS)
                        .values((Long) null, none, none)
                        .onConflict(OPENING_TO_REAPPLY.UNIT_ID, OPENING_TO_REAPPLY.MONTH)
                        .doUpdate()
                        .set(
                                OPENING_TO_REAPPLY.DAYS,
                                OPENING_TO_REAPPLY.DAYS.bitOr(DSL.excluded(OPENING_TO_REAPPLY.DAYS))))) {
            changes.forEach(change -> batch.add(
                    change.unitId(),
                    MonthNumber.of(change.month()),
                    change.days().bits()));
        }
    }

    /** What is noted from a month on, in the order of months and units. */
    public List<OpeningChange> notedFrom(YearMonth first) {
        return database.dsl()
                .select(OPENING_TO_REAPPLY.UNIT_ID, OPENING_TO_REAPPLY.MONTH, OPENING_TO_REAPPLY.DAYS)
                .from(OPENING_TO_REAPPLY)
                .where(OPENING_TO_REAPPLY.MONTH.ge(MonthNumber.of(first)))
                .orderBy(OPENING_TO_REAPPLY.MONTH, OPENING_TO_REAPPLY.UNIT_ID)
                .fetch(row -> {
                    YearMonth month = MonthNumber.read(row.value2());
                    return new OpeningChange(
                            row.value1(), month, DaySet.ofBits(row.value3()).intersect(DaySet.allOf(month)));
                });
    }

    /** Forgets days that have been looked at. */
    public void settled(List<OpeningChange> changes) {
        for (OpeningChange change : changes) {
            int month = MonthNumber.of(change.month());
            int kept = DaySet.allOf(change.month()).minus(change.days()).bits();
            var ofUnit = OPENING_TO_REAPPLY.UNIT_ID.eq(change.unitId()).and(OPENING_TO_REAPPLY.MONTH.eq(month));
            database.dsl()
                    .deleteFrom(OPENING_TO_REAPPLY)
                    .where(ofUnit)
                    .and(OPENING_TO_REAPPLY.DAYS.bitAnd(kept).eq(0))
                    .execute();
            database.dsl()
                    .update(OPENING_TO_REAPPLY)
                    .set(OPENING_TO_REAPPLY.DAYS, OPENING_TO_REAPPLY.DAYS.bitAnd(kept))
                    .where(ofUnit)
                    .execute();
        }
    }
}
