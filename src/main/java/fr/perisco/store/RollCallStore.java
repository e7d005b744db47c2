package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.SCHOOL;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.domain.reservation.ExpectedChild;
import fr.perisco.store.generated.tables.Guardian;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The children who are expected at a unit on a day, or came without being expected. */
public final class RollCallStore {
    private static final int FIRST_GUARDIAN = 1;
    private static final int SECOND_GUARDIAN = 2;
    private static final int EXPECTED = 1;
    private static final int PRESENT = 2;
    private static final int ABSENT = 4;
    private static final int EXCUSED = 8;
    private static final int PAI = 16;
    private static final int ALLERGY = 32;

    private final Database database;

    public RollCallStore(Database database) {
        this.database = database;
    }

    /** In the order of schools, classes and names. */
    public List<ExpectedChild> on(LocalDate day, long unitId) {
        Guardian first = GUARDIAN.as("first");
        Guardian second = GUARDIAN.as("second");
        Field<Integer> expected = RESERVATION_MONTH.BOOKED.bitAnd(DSL.bitNot(RESERVATION_MONTH.CANCELLED_LATE));
        Field<String> texts = Rows.packed(List.of(
                ACTIVITY.CODE,
                UNIT.CODE,
                SCHOOL.CODE,
                SCHOOL.NAME,
                CHILD_SCHOOLING.CLASS,
                CHILD.CODE,
                CHILD.LAST_NAME,
                CHILD.FIRST_NAME,
                CHILD.DIET,
                first.CIVILITY,
                first.PHONE,
                second.CIVILITY,
                second.PHONE));
        Field<Integer> state = on(day, expected, EXPECTED)
                .add(on(day, RESERVATION_MONTH.PRESENT, PRESENT))
                .add(on(day, RESERVATION_MONTH.ABSENT, ABSENT))
                .add(on(day, RESERVATION_MONTH.EXCUSED, EXCUSED))
                .add(HealthStore.marksOfChild(day, PAI, ALLERGY));
        List<ExpectedChild> found = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(texts, state)
                        .from(RESERVATION_MONTH)
                        .join(UNIT)
                        .on(UNIT.ID.eq(RESERVATION_MONTH.UNIT_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(UNIT.ACTIVITY_ID))
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .leftJoin(CHILD_SCHOOLING)
                        .on(CHILD_SCHOOLING.CHILD_ID.eq(CHILD.ID).and(CHILD_SCHOOLING.FROM_ON.eq(schooledFrom(day))))
                        .leftJoin(SCHOOL)
                        .on(SCHOOL.ID.eq(CHILD_SCHOOLING.SCHOOL_ID))
                        .leftJoin(first)
                        .on(first.FAMILY_ID.eq(REGISTRATION.FAMILY_ID).and(first.RANK.eq(FIRST_GUARDIAN)))
                        .leftJoin(second)
                        .on(second.FAMILY_ID.eq(REGISTRATION.FAMILY_ID).and(second.RANK.eq(SECOND_GUARDIAN)))
                        .where(RESERVATION_MONTH.MONTH.eq(MonthNumber.of(YearMonth.from(day))))
                        .and(RESERVATION_MONTH.UNIT_ID.eq(unitId))
                        .and(expected.bitOr(RESERVATION_MONTH.PRESENT)
                                .bitAnd(DaySet.of(day).bits())
                                .ne(0)),
                row -> found.add(child(day, unitId, row)));
        found.sort(ExpectedChild.BY_CLASS);
        return found;
    }

    private static Field<Integer> on(LocalDate day, Field<Integer> days, int flag) {
        return DSL.when(days.bitAnd(DaySet.of(day).bits()).ne(0), flag).otherwise(0);
    }

    /** The latest record until the day; before the first record, the first one. */
    private static Field<LocalDate> schooledFrom(LocalDate day) {
        var other = CHILD_SCHOOLING.as("other");
        return DSL.coalesce(
                DSL.field(DSL.select(DSL.max(other.FROM_ON))
                        .from(other)
                        .where(other.CHILD_ID.eq(CHILD.ID))
                        .and(other.FROM_ON.le(day))),
                DSL.field(DSL.select(DSL.min(other.FROM_ON)).from(other).where(other.CHILD_ID.eq(CHILD.ID))));
    }

    private static ExpectedChild child(LocalDate day, long unitId, ResultSet row) throws SQLException {
        String[] texts = Rows.unpacked(row, 1, 13);
        int state = row.getInt(2);
        return new ExpectedChild(
                day,
                unitId,
                texts[0],
                texts[1],
                texts[2],
                texts[3],
                texts[4],
                texts[5],
                (texts[6] + " " + texts[7]).strip(),
                texts[8],
                (state & PAI) != 0,
                (state & ALLERGY) != 0,
                Stream.of(phone(texts[9], texts[10]), phone(texts[11], texts[12]))
                        .filter(phone -> !phone.isEmpty())
                        .toList(),
                (state & EXPECTED) != 0,
                attendance(state));
    }

    private static String phone(String civility, String phone) {
        return phone.isBlank() ? "" : (civility + " " + phone).strip();
    }

    private static @Nullable Attendance attendance(int state) {
        if ((state & PRESENT) != 0) {
            return Attendance.PRESENT;
        }
        if ((state & ABSENT) != 0) {
            return Attendance.ABSENT;
        }
        return (state & EXCUSED) != 0 ? Attendance.EXCUSED : null;
    }
}
