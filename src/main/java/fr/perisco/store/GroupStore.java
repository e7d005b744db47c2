package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The children of one school or class who are booked on a day, or wait for it. */
public final class GroupStore {
    /** A child that has a place at a unit, or waits for one. */
    public record Place(String child, String childName, long unitId) {}

    private final Database database;

    public GroupStore(Database database) {
        this.database = database;
    }

    /**
     * In the order of children and units.
     *
     * @param schoolClass the class, in small or capital letters; null for the whole school
     */
    public List<Place> on(LocalDate day, String school, @Nullable String schoolClass, Collection<Long> unitIds) {
        Field<String> name = CHILD.LAST_NAME.concat(DSL.inline(" "), CHILD.FIRST_NAME);
        Condition ofGroup = goesTo(school, schoolClass, day);
        List<Place> places = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD.CODE, name, RESERVATION_MONTH.UNIT_ID)
                        .from(RESERVATION_MONTH)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(RESERVATION_MONTH.MONTH.eq(MonthNumber.of(YearMonth.from(day))))
                        .and(RESERVATION_MONTH.UNIT_ID.in(unitIds))
                        .and(RESERVATION_MONTH
                                .BOOKED
                                .bitAnd(DaySet.of(day).bits())
                                .ne(0))
                        .and(ofGroup)
                        .union(DSL.select(CHILD.CODE, name, DAY_REQUEST.UNIT_ID)
                                .from(DAY_REQUEST)
                                .join(REGISTRATION)
                                .on(REGISTRATION.ID.eq(DAY_REQUEST.REGISTRATION_ID))
                                .join(CHILD)
                                .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                                .where(DAY_REQUEST.STATE.eq(DSL.inline("waiting")))
                                .and(DAY_REQUEST.DAY_ON.eq(day))
                                .and(DAY_REQUEST.UNIT_ID.in(unitIds))
                                .and(ofGroup))
                        .orderBy(1, 3),
                row -> places.add(new Place(row.getString(1), row.getString(2).strip(), row.getLong(3))));
        return places;
    }

    /** Whether a child goes to the school, and to the class if one is named, on a day. */
    public boolean exists(String school, String schoolClass, LocalDate day) {
        return database.dsl().fetchExists(DSL.selectOne().from(CHILD).where(goesTo(school, schoolClass, day)));
    }

    /** As the latest record until the day says; before the first record, as the first one says. */
    private static Condition goesTo(String school, @Nullable String schoolClass, LocalDate day) {
        var other = CHILD_SCHOOLING.as("other");
        Field<LocalDate> latest = DSL.field(DSL.select(DSL.max(other.FROM_ON))
                .from(other)
                .where(other.CHILD_ID.eq(CHILD.ID))
                .and(other.FROM_ON.le(day)));
        Field<LocalDate> first =
                DSL.field(DSL.select(DSL.min(other.FROM_ON)).from(other).where(other.CHILD_ID.eq(CHILD.ID)));
        return DSL.exists(DSL.selectOne()
                .from(CHILD_SCHOOLING)
                .join(SCHOOL)
                .on(SCHOOL.ID.eq(CHILD_SCHOOLING.SCHOOL_ID))
                .where(CHILD_SCHOOLING.CHILD_ID.eq(CHILD.ID))
                .and(CHILD_SCHOOLING.FROM_ON.eq(DSL.coalesce(latest, first)))
                .and(SCHOOL.CODE.eq(school))
                .and(
                        schoolClass == null
                                ? DSL.noCondition()
                                : DSL.upper(CHILD_SCHOOLING.CLASS).eq(DSL.upper(DSL.val(schoolClass)))));
    }
}
