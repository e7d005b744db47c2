package fr.perisco.store;

import static fr.perisco.store.generated.Tables.TYPICAL_WEEK;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.domain.reservation.WeekParity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Typical weeks, kept as rules. */
public final class TypicalWeekStore {
    private final Database database;

    public TypicalWeekStore(Database database) {
        this.database = database;
    }

    public List<TypicalWeek> all() {
        return fetch(DSL.noCondition());
    }

    public List<TypicalWeek> ofChild(long childId) {
        return fetch(TYPICAL_WEEK.CHILD_ID.eq(childId));
    }

    /** Those of these units, the earliest kept first. */
    public List<TypicalWeek> ofUnits(Collection<Long> unitIds) {
        return fetch(TYPICAL_WEEK.UNIT_ID.in(unitIds));
    }

    private List<TypicalWeek> fetch(Condition condition) {
        List<TypicalWeek> rules = new ArrayList<>();
        Map<String, LocalDate> days = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                TYPICAL_WEEK.CHILD_ID,
                                TYPICAL_WEEK.UNIT_ID,
                                TYPICAL_WEEK.FAMILY_ID,
                                TYPICAL_WEEK.FROM_ON,
                                TYPICAL_WEEK.TO_ON,
                                TYPICAL_WEEK.WEEKDAYS,
                                TYPICAL_WEEK.WEEKS)
                        .from(TYPICAL_WEEK)
                        .where(condition)
                        .orderBy(TYPICAL_WEEK.ID),
                row -> rules.add(new TypicalWeek(
                        row.getLong(1),
                        row.getLong(2),
                        Rows.longOrNull(row, 3),
                        days.computeIfAbsent(row.getString(4), LocalDate::parse),
                        days.computeIfAbsent(row.getString(5), LocalDate::parse),
                        new Weekdays(row.getInt(6)),
                        WeekParity.parse(row.getString(7)).orElseThrow())));
        return rules;
    }

    public void insert(List<TypicalWeek> added, Journal journal) {
        if (added.isEmpty()) {
            return;
        }
        long actId = journal.actId();
        long id = database.nextId(TYPICAL_WEEK.ID);
        try (Batch batch = Batch.insert(
                database,
                TYPICAL_WEEK,
                TYPICAL_WEEK.ID,
                TYPICAL_WEEK.CHILD_ID,
                TYPICAL_WEEK.UNIT_ID,
                TYPICAL_WEEK.FAMILY_ID,
                TYPICAL_WEEK.FROM_ON,
                TYPICAL_WEEK.TO_ON,
                TYPICAL_WEEK.WEEKDAYS,
                TYPICAL_WEEK.WEEKS,
                TYPICAL_WEEK.ACT_ID)) {
            for (TypicalWeek rule : added) {
                batch.add(
                        id++,
                        rule.childId(),
                        rule.unitId(),
                        rule.familyId(),
                        rule.from(),
                        rule.to(),
                        rule.weekdays().bits(),
                        rule.weeks().code(),
                        actId);
            }
        }
    }

    /** Replaces the rule of the same child, unit and first day. */
    public void replace(TypicalWeek rule) {
        database.dsl()
                .update(TYPICAL_WEEK)
                .set(TYPICAL_WEEK.FAMILY_ID, rule.familyId())
                .set(TYPICAL_WEEK.TO_ON, rule.to())
                .set(TYPICAL_WEEK.WEEKDAYS, rule.weekdays().bits())
                .set(TYPICAL_WEEK.WEEKS, rule.weeks().code())
                .where(TYPICAL_WEEK.CHILD_ID.eq(rule.childId()))
                .and(TYPICAL_WEEK.UNIT_ID.eq(rule.unitId()))
                .and(TYPICAL_WEEK.FROM_ON.eq(rule.from()))
                .execute();
    }
}
