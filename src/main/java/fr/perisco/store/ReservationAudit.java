package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_CHANGE;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.reservation.DaySetKind;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** What must hold of reservations for ever, looked at in the tables. */
public final class ReservationAudit {
    /** A month of a child at a unit whose sets are not what its history adds up to. */
    public record BrokenHistory(String child, String activity, String unit, YearMonth month) {}

    private static final Map<DaySetKind, Field<Integer>> SETS = new EnumMap<>(Map.of(
            DaySetKind.BOOKED, RESERVATION_MONTH.BOOKED,
            DaySetKind.CANCELLED, RESERVATION_MONTH.CANCELLED,
            DaySetKind.CANCELLED_LATE, RESERVATION_MONTH.CANCELLED_LATE,
            DaySetKind.WAIVED, RESERVATION_MONTH.WAIVED,
            DaySetKind.PRESENT, RESERVATION_MONTH.PRESENT,
            DaySetKind.ABSENT, RESERVATION_MONTH.ABSENT,
            DaySetKind.EXCUSED, RESERVATION_MONTH.EXCUSED));

    private final Database database;

    public ReservationAudit(Database database) {
        this.database = database;
    }

    /** A day is added to a set when it is not in it and removed when it is, so that sums of bits stand for the sets. */
    public List<BrokenHistory> brokenHistories() {
        Field<Integer> month = DSL.field(DSL.name("month"), Integer.class);
        Field<Long> unit = DSL.field(DSL.name("unit_id"), Long.class);
        Field<Long> registration = DSL.field(DSL.name("registration_id"), Long.class);
        List<SelectField<?>> columns = new ArrayList<>(List.of(month, unit, registration));
        Condition differs = DSL.noCondition();
        for (Map.Entry<DaySetKind, Field<Integer>> set : SETS.entrySet()) {
            String name = "set_" + set.getKey().number();
            columns.add(DSL.sum(DSL.when(
                                    RESERVATION_CHANGE.DAY_SET.eq(
                                            DSL.inline(set.getKey().number())),
                                    RESERVATION_CHANGE.ADDED.minus(RESERVATION_CHANGE.REMOVED))
                            .otherwise(DSL.inline(0)))
                    .as(name));
            differs = differs.or(set.getValue()
                    .ne(DSL.coalesce(DSL.field(DSL.name("sums", name), Integer.class), DSL.inline(0))));
        }
        List<BrokenHistory> broken = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD.CODE, ACTIVITY.CODE, UNIT.CODE, RESERVATION_MONTH.MONTH)
                        .from(RESERVATION_MONTH)
                        .leftJoin(DSL.select(columns)
                                .from(RESERVATION_CHANGE)
                                .groupBy(month, unit, registration)
                                .asTable("sums"))
                        .on(RESERVATION_MONTH
                                .MONTH
                                .eq(DSL.field(DSL.name("sums", "month"), Integer.class))
                                .and(RESERVATION_MONTH.UNIT_ID.eq(DSL.field(DSL.name("sums", "unit_id"), Long.class)))
                                .and(RESERVATION_MONTH.REGISTRATION_ID.eq(
                                        DSL.field(DSL.name("sums", "registration_id"), Long.class))))
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .join(UNIT)
                        .on(UNIT.ID.eq(RESERVATION_MONTH.UNIT_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(UNIT.ACTIVITY_ID))
                        .where(differs)
                        .orderBy(CHILD.CODE, RESERVATION_MONTH.MONTH, ACTIVITY.ID, UNIT.ID),
                row -> broken.add(new BrokenHistory(
                        row.getString(1), row.getString(2), row.getString(3), MonthNumber.read(row.getInt(4)))));
        return broken;
    }
}
