package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.MEAL_ORDER;
import static fr.perisco.store.generated.Tables.MEAL_ORDER_LINE;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.MealOrder;
import fr.perisco.domain.reservation.UnitScope;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The meals that were ordered. */
public final class MealOrderStore {
    private final Database database;

    public MealOrderStore(Database database) {
        this.database = database;
    }

    /** Orders about some of these days, with their counts; in the order in which they were recorded. */
    public List<MealOrder> about(DaySpan days) {
        return orders(MEAL_ORDER.FROM_ON.le(days.to()).and(MEAL_ORDER.TO_ON.ge(days.from())));
    }

    /** All orders, with their counts; in the order in which they were recorded. */
    public List<MealOrder> all() {
        return orders(DSL.noCondition());
    }

    private List<MealOrder> orders(Condition condition) {
        Map<Long, List<MealCount>> counts = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                MEAL_ORDER_LINE.ORDER_ID,
                                MEAL_ORDER_LINE.DAY_ON,
                                MEAL_ORDER_LINE.ACTIVITY,
                                MEAL_ORDER_LINE.UNIT,
                                MEAL_ORDER_LINE.SCHOOL,
                                MEAL_ORDER_LINE.DIET,
                                MEAL_ORDER_LINE.MEALS)
                        .from(MEAL_ORDER)
                        .join(MEAL_ORDER_LINE)
                        .on(MEAL_ORDER_LINE.ORDER_ID.eq(MEAL_ORDER.ID))
                        .where(condition)
                        .orderBy(
                                MEAL_ORDER_LINE.ORDER_ID,
                                MEAL_ORDER_LINE.DAY_ON,
                                MEAL_ORDER_LINE.ACTIVITY,
                                MEAL_ORDER_LINE.UNIT,
                                MEAL_ORDER_LINE.SCHOOL,
                                MEAL_ORDER_LINE.DIET),
                row -> counts.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new MealCount(
                                Rows.day(row, 2),
                                Rows.text(row, 3),
                                Rows.text(row, 4),
                                Rows.text(row, 5),
                                Rows.text(row, 6),
                                row.getInt(7))));
        List<MealOrder> orders = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                MEAL_ORDER.ID,
                                ACT.EFFECTIVE_AT,
                                ACT.ACTOR,
                                MEAL_ORDER.FROM_ON,
                                MEAL_ORDER.TO_ON,
                                MEAL_ORDER.ACTIVITY,
                                MEAL_ORDER.UNIT,
                                MEAL_ORDER.SCHOOL,
                                MEAL_ORDER.RECIPIENT,
                                MEAL_ORDER.NOTE)
                        .from(MEAL_ORDER)
                        .join(ACT)
                        .on(ACT.ID.eq(MEAL_ORDER.ACT_ID))
                        .where(condition)
                        .orderBy(MEAL_ORDER.ID),
                row -> orders.add(new MealOrder(
                        row.getLong(1),
                        LocalDateTime.parse(row.getString(2)),
                        row.getString(3),
                        new UnitScope(
                                new DaySpan(Rows.day(row, 4), Rows.day(row, 5)),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8)),
                        row.getString(9),
                        row.getString(10),
                        counts.getOrDefault(row.getLong(1), List.of()))));
        return orders;
    }

    /**
     * Records an order.
     *
     * @return its number
     */
    public long insert(UnitScope scope, String recipient, String note, List<MealCount> counts, Journal journal) {
        long number = database.nextId(MEAL_ORDER.ID);
        database.dsl()
                .insertInto(MEAL_ORDER)
                .set(MEAL_ORDER.ID, number)
                .set(MEAL_ORDER.FROM_ON, scope.days().from())
                .set(MEAL_ORDER.TO_ON, scope.days().to())
                .set(MEAL_ORDER.ACTIVITY, scope.activity())
                .set(MEAL_ORDER.UNIT, scope.unit())
                .set(MEAL_ORDER.SCHOOL, scope.school())
                .set(MEAL_ORDER.RECIPIENT, recipient)
                .set(MEAL_ORDER.NOTE, note)
                .set(MEAL_ORDER.ACT_ID, journal.actId())
                .execute();
        try (Batch batch = Batch.insert(
                database,
                MEAL_ORDER_LINE,
                MEAL_ORDER_LINE.ORDER_ID,
                MEAL_ORDER_LINE.DAY_ON,
                MEAL_ORDER_LINE.ACTIVITY,
                MEAL_ORDER_LINE.UNIT,
                MEAL_ORDER_LINE.SCHOOL,
                MEAL_ORDER_LINE.DIET,
                MEAL_ORDER_LINE.MEALS)) {
            counts.forEach(count -> batch.add(
                    number, count.day(), count.activity(), count.unit(), count.school(), count.diet(), count.meals()));
        }
        return number;
    }
}
