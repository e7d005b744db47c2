package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.invoice.ConsumedMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Reads what children consumed in a month, and who pays for it. */
final class ConsumedMonths {
    @FunctionalInterface
    interface Sink {
        void accept(long familyId, ConsumedMonth consumed);
    }

    private record Named(String code, String name) {}

    private final Database database;
    private final Map<Long, Unit> units = new HashMap<>();
    private final Map<Long, Named> children = new HashMap<>();
    private final Map<Long, Sharing> sharings;

    ConsumedMonths(Database database, List<Unit> units) {
        this.database = database;
        this.sharings = new SharingStore(database).all();
        units.forEach(unit -> this.units.put(unit.id(), unit));
    }

    /** Every row of the month that meets the condition, those where nothing is billed too; one a family that pays for it. */
    void each(YearMonth month, Condition condition, Sink sink) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                RESERVATION_MONTH.UNIT_ID,
                                RESERVATION_MONTH.REGISTRATION_ID,
                                RESERVATION_MONTH.BOOKED,
                                RESERVATION_MONTH
                                        .WAIVED
                                        .bitOr(RESERVATION_MONTH.PRESENT)
                                        .bitOr(RESERVATION_MONTH.EXCUSED),
                                RESERVATION_MONTH.WAIVED,
                                RESERVATION_MONTH.PRESENT,
                                RESERVATION_MONTH.EXCUSED,
                                REGISTRATION.FAMILY_ID,
                                REGISTRATION.CHILD_ID,
                                CHILD.CODE,
                                DSL.trim(CHILD.LAST_NAME.concat(DSL.inline(" "), CHILD.FIRST_NAME)))
                        .from(RESERVATION_MONTH)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(RESERVATION_MONTH.MONTH.eq(MonthNumber.of(month)).and(condition))
                        .orderBy(RESERVATION_MONTH.UNIT_ID, RESERVATION_MONTH.REGISTRATION_ID),
                row -> share(month, row.getLong(8), consumed(row), sink));
    }

    private void share(YearMonth month, long familyId, ConsumedMonth consumed, Sink sink) {
        Sharing sharing = sharings.get(consumed.registrationId());
        if (sharing == null) {
            sink.accept(familyId, consumed);
        } else {
            sharing.portions(month)
                    .forEach(portion -> sink.accept(portion.familyId(), consumed.of(portion.days(), portion.share())));
        }
    }

    private ConsumedMonth consumed(ResultSet row) throws SQLException {
        Named child = named(row);
        return new ConsumedMonth(
                row.getLong(2),
                child.code(),
                child.name(),
                Objects.requireNonNull(units.get(row.getLong(1))),
                consumption(row));
    }

    /** Each column costs a call into the engine, and most children come as they are booked. */
    private static Consumption consumption(ResultSet row) throws SQLException {
        DaySet booked = DaySet.ofBits(row.getInt(3));
        return row.getInt(4) == 0
                ? Consumption.of(booked, DaySet.EMPTY, DaySet.EMPTY, DaySet.EMPTY)
                : Consumption.of(
                        booked,
                        DaySet.ofBits(row.getInt(5)),
                        DaySet.ofBits(row.getInt(6)),
                        DaySet.ofBits(row.getInt(7)));
    }

    /** A child's code and name, read once though it has several rows. */
    private Named named(ResultSet row) throws SQLException {
        long id = row.getLong(9);
        Named child = children.get(id);
        if (child == null) {
            child = new Named(Rows.text(row, 10), Rows.text(row, 11));
            children.put(id, child);
        }
        return child;
    }
}
