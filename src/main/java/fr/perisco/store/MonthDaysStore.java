package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.SCHOOL;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.ReservationMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Adds up the sets of days of a month; what it reads grows with the patterns there are, not with the children. */
public final class MonthDaysStore {
    /** How many children and families there are. */
    public record People(int children, int families) {
        public static final People NONE = new People(0, 0);
    }

    /** Takes a pattern of days. */
    @FunctionalInterface
    public interface Reader {
        /**
         * @param times how many registrations of the unit have it
         */
        void read(ReservationMonth sets, int times);
    }

    /** Days of the month on which every child stays in its school. */
    private record Stretch(LocalDate first, DaySet days) {}

    private static final long NO_REGISTRATION = 0;

    private final Database database;
    private final YearMonth month;
    private final Collection<Long> unitIds;
    private final @Nullable String school;
    private final List<Stretch> stretches;

    /**
     * @param school only days on which the child goes to this school; null for all
     */
    public MonthDaysStore(Database database, YearMonth month, Collection<Long> unitIds, @Nullable String school) {
        this.database = database;
        this.month = month;
        this.unitIds = unitIds;
        this.school = school;
        this.stretches = stretches();
    }

    private List<Stretch> stretches() {
        List<LocalDate> starts = new ArrayList<>();
        starts.add(month.atDay(1));
        if (school != null) {
            starts.addAll(database.dsl()
                    .selectDistinct(CHILD_SCHOOLING.FROM_ON)
                    .from(CHILD_SCHOOLING)
                    .where(CHILD_SCHOOLING.FROM_ON.gt(month.atDay(1)))
                    .and(CHILD_SCHOOLING.FROM_ON.le(month.atEndOfMonth()))
                    .orderBy(CHILD_SCHOOLING.FROM_ON)
                    .fetch(CHILD_SCHOOLING.FROM_ON));
        }
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate last = i + 1 < starts.size() ? starts.get(i + 1).minusDays(1) : month.atEndOfMonth();
            found.add(new Stretch(starts.get(i), DaySet.between(month, starts.get(i), last)));
        }
        return found;
    }

    /** Hands over each pattern of days that a unit has, with how often it has it. */
    public void eachPattern(Reader reader) {
        stretches.forEach(stretch -> eachPattern(stretch, reader));
    }

    private void eachPattern(Stretch stretch, Reader reader) {
        List<Field<Integer>> sets = List.of(
                within(stretch, RESERVATION_MONTH.BOOKED, "of_booked"),
                within(stretch, RESERVATION_MONTH.CANCELLED, "of_cancelled"),
                within(stretch, RESERVATION_MONTH.CANCELLED_LATE, "of_late"),
                within(stretch, RESERVATION_MONTH.WAIVED, "of_waived"),
                within(stretch, RESERVATION_MONTH.PRESENT, "of_present"),
                within(stretch, RESERVATION_MONTH.ABSENT, "of_absent"),
                within(stretch, RESERVATION_MONTH.EXCUSED, "of_excused"));
        List<Field<?>> pattern = new ArrayList<>(sets);
        pattern.add(RESERVATION_MONTH.UNIT_ID);
        List<SelectField<?>> columns = new ArrayList<>(pattern);
        columns.add(DSL.count());
        Rows.each(
                database,
                database.dsl()
                        .select(columns)
                        .from(RESERVATION_MONTH)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(ofUnits().and(atSchool(stretch)))
                        .groupBy(pattern),
                row -> reader.read(
                        new ReservationMonth(
                                month,
                                row.getLong(8),
                                NO_REGISTRATION,
                                DaySet.ofBits(row.getInt(1)),
                                DaySet.EMPTY,
                                DaySet.ofBits(row.getInt(2)),
                                DaySet.ofBits(row.getInt(3)),
                                DaySet.ofBits(row.getInt(4)),
                                DaySet.ofBits(row.getInt(5)),
                                DaySet.ofBits(row.getInt(6)),
                                DaySet.ofBits(row.getInt(7))),
                        row.getInt(9)));
    }

    private static Field<Integer> within(Stretch stretch, TableField<?, Integer> set, String name) {
        return DSL.bitAnd(set, DSL.inline(stretch.days().bits())).as(name);
    }

    /** Who is booked on a day at least, or came without booking. */
    public People people() {
        List<People> found = new ArrayList<>(List.of(People.NONE));
        Rows.each(
                database,
                database.dsl()
                        .select(DSL.countDistinct(REGISTRATION.CHILD_ID), DSL.countDistinct(REGISTRATION.FAMILY_ID))
                        .from(RESERVATION_MONTH)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(ofUnits().and(hasDays())),
                row -> found.set(0, new People(row.getInt(1), row.getInt(2))));
        return found.get(0);
    }

    /** The same for each activity, by its key. */
    public Map<Long, People> peopleOfActivities() {
        Map<Long, People> found = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                UNIT.ACTIVITY_ID,
                                DSL.countDistinct(REGISTRATION.CHILD_ID),
                                DSL.countDistinct(REGISTRATION.FAMILY_ID))
                        .from(RESERVATION_MONTH)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .join(UNIT)
                        .on(UNIT.ID.eq(RESERVATION_MONTH.UNIT_ID))
                        .where(ofUnits().and(hasDays()))
                        .groupBy(UNIT.ACTIVITY_ID),
                row -> found.put(row.getLong(1), new People(row.getInt(2), row.getInt(3))));
        return found;
    }

    private Condition ofUnits() {
        return RESERVATION_MONTH.MONTH.eq(MonthNumber.of(month)).and(RESERVATION_MONTH.UNIT_ID.in(unitIds));
    }

    private Condition hasDays() {
        Field<Integer> expected = DSL.bitAnd(RESERVATION_MONTH.BOOKED, DSL.bitNot(RESERVATION_MONTH.CANCELLED_LATE));
        Field<Integer> unbooked = DSL.bitAnd(RESERVATION_MONTH.PRESENT, DSL.bitNot(RESERVATION_MONTH.WAIVED));
        Field<Integer> days = DSL.bitOr(expected, unbooked);
        return DSL.or(stretches.stream()
                .map(stretch -> DSL.bitAnd(days, DSL.inline(stretch.days().bits()))
                        .ne(DSL.inline(0))
                        .and(atSchool(stretch)))
                .toList());
    }

    private Condition atSchool(Stretch stretch) {
        return school == null
                ? DSL.noCondition()
                : SchoolOnDay.of(stretch.first())
                        .eq(DSL.field(DSL.select(SCHOOL.ID).from(SCHOOL).where(SCHOOL.CODE.eq(school))));
    }
}
