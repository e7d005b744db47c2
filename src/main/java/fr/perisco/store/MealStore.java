package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.SCHOOL;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.Needs;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record5;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Counts the children who are expected, by school and diet. */
public final class MealStore {
    private static final int PAI = 1;
    private static final int ALLERGY = 2;

    private final Database database;

    public MealStore(Database database) {
        this.database = database;
    }

    /** The counts of one day in the order of activities, units, schools and diets. */
    public List<MealCount> on(LocalDate day, Collection<Long> unitIds) {
        Field<Long> unit = DSL.field(DSL.name("expected_unit"), Long.class);
        Field<Long> school = DSL.field(DSL.name("expected_school"), Long.class);
        Field<String> diet = DSL.field(DSL.name("expected_diet"), String.class);
        Field<Integer> marks = DSL.field(DSL.name("expected_marks"), Integer.class);
        Field<Integer> meals = DSL.field(DSL.name("meals"), Integer.class);
        Table<Record5<Long, Long, String, Integer, Integer>> counts = DSL.select(
                        RESERVATION_MONTH.UNIT_ID.as(unit),
                        SchoolOnDay.of(day).as(school),
                        CHILD.DIET.as(diet),
                        HealthStore.marksOfChild(day, PAI, ALLERGY).as(marks),
                        DSL.count().as(meals))
                .from(RESERVATION_MONTH)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                .join(CHILD)
                .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                .where(isExpected(day).and(RESERVATION_MONTH.UNIT_ID.in(unitIds)))
                .groupBy(unit, school, diet, marks)
                .asTable("counts");
        List<MealCount> found = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(ACTIVITY.CODE, UNIT.CODE, DSL.coalesce(SCHOOL.CODE, DSL.inline("")), diet, marks, meals)
                        .from(counts)
                        .join(UNIT)
                        .on(UNIT.ID.eq(unit))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(UNIT.ACTIVITY_ID))
                        .leftJoin(SCHOOL)
                        .on(SCHOOL.ID.eq(school))
                        .orderBy(List.<OrderField<?>>of(ACTIVITY.ID, UNIT.ID, SCHOOL.CODE, diet, marks)),
                row -> found.add(new MealCount(
                        day,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Needs.of(row.getString(4), (row.getInt(5) & PAI) != 0, (row.getInt(5) & ALLERGY) != 0),
                        row.getInt(6))));
        return found;
    }

    private static Condition isExpected(LocalDate day) {
        return RESERVATION_MONTH
                .MONTH
                .eq(MonthNumber.of(YearMonth.from(day)))
                .and(DSL.bitAnd(
                                DSL.bitAnd(RESERVATION_MONTH.BOOKED, DSL.bitNot(RESERVATION_MONTH.CANCELLED_LATE)),
                                DSL.inline(DaySet.of(day).bits()))
                        .ne(DSL.inline(0)));
    }
}
