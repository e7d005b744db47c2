package fr.perisco.store;

import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.ReservationMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The sets of days of registrations, units and months. */
public final class ReservationStore {
    private final Database database;

    public ReservationStore(Database database) {
        this.database = database;
    }

    /**
     * A month's sets, ready to be worked on.
     *
     * @param unitIds the units that the work is about
     * @param registrationIds the registrations that it is about; null for all
     */
    public MonthSheet sheet(YearMonth month, Collection<Long> unitIds, @Nullable Collection<Long> registrationIds) {
        MonthSheet sheet = new MonthSheet(database, month);
        each(inKeyOrder(List.of(month), unitIds, registrationIds), sheet::found);
        return sheet;
    }

    /** A unit's sets that hold at least one of these days booked, ready to be worked on. */
    public MonthSheet sheetOfBooked(YearMonth month, long unitId, DaySet days) {
        MonthSheet sheet = new MonthSheet(database, month);
        each(
                RESERVATION_MONTH
                        .MONTH
                        .eq(MonthNumber.of(month))
                        .and(RESERVATION_MONTH.UNIT_ID.eq(unitId))
                        .and(RESERVATION_MONTH.BOOKED.bitAnd(days.bits()).ne(0)),
                sheet::found);
        return sheet;
    }

    /** The sets of these registrations and units in these months, in the order of the key. */
    public List<ReservationMonth> of(
            Collection<YearMonth> months, Collection<Long> unitIds, @Nullable Collection<Long> registrationIds) {
        List<ReservationMonth> rows = new ArrayList<>();
        each(inKeyOrder(months, unitIds, registrationIds), rows::add);
        return rows;
    }

    /** The months in which a registration has sets from one month on. */
    public List<YearMonth> monthsFrom(YearMonth first) {
        return database.dsl()
                .selectDistinct(RESERVATION_MONTH.MONTH)
                .from(RESERVATION_MONTH)
                .where(RESERVATION_MONTH.MONTH.ge(MonthNumber.of(first)))
                .orderBy(RESERVATION_MONTH.MONTH)
                .fetch(row -> MonthNumber.read(row.value1()));
    }

    private static Condition inKeyOrder(
            Collection<YearMonth> months, Collection<Long> unitIds, @Nullable Collection<Long> registrationIds) {
        return RESERVATION_MONTH
                .MONTH
                .in(months.stream().map(MonthNumber::of).toList())
                .and(RESERVATION_MONTH.UNIT_ID.in(unitIds))
                .and(
                        registrationIds == null
                                ? DSL.noCondition()
                                : RESERVATION_MONTH.REGISTRATION_ID.in(registrationIds));
    }

    private void each(Condition condition, Consumer<ReservationMonth> consumer) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                RESERVATION_MONTH.MONTH,
                                RESERVATION_MONTH.UNIT_ID,
                                RESERVATION_MONTH.REGISTRATION_ID,
                                RESERVATION_MONTH.BOOKED,
                                RESERVATION_MONTH.BY_RULE,
                                RESERVATION_MONTH.CANCELLED,
                                RESERVATION_MONTH.CANCELLED_LATE,
                                RESERVATION_MONTH.WAIVED,
                                RESERVATION_MONTH.PRESENT,
                                RESERVATION_MONTH.ABSENT,
                                RESERVATION_MONTH.EXCUSED)
                        .from(RESERVATION_MONTH)
                        .where(condition)
                        .orderBy(RESERVATION_MONTH.MONTH, RESERVATION_MONTH.UNIT_ID, RESERVATION_MONTH.REGISTRATION_ID),
                row -> consumer.accept(read(row)));
    }

    private static ReservationMonth read(ResultSet row) throws SQLException {
        return new ReservationMonth(
                MonthNumber.read(row.getInt(1)),
                row.getLong(2),
                row.getLong(3),
                DaySet.ofBits(row.getInt(4)),
                DaySet.ofBits(row.getInt(5)),
                DaySet.ofBits(row.getInt(6)),
                DaySet.ofBits(row.getInt(7)),
                DaySet.ofBits(row.getInt(8)),
                DaySet.ofBits(row.getInt(9)),
                DaySet.ofBits(row.getInt(10)),
                DaySet.ofBits(row.getInt(11)));
    }

    /** How many children are expected at a unit on each day of a month; counted inside the transaction that writes. */
    public Occupancy occupancy(long unitId, YearMonth month) {
        Occupancy occupancy = new Occupancy();
        Rows.each(
                database,
                database.dsl()
                        .select(RESERVATION_MONTH.BOOKED, RESERVATION_MONTH.CANCELLED_LATE)
                        .from(RESERVATION_MONTH)
                        .where(RESERVATION_MONTH
                                .MONTH
                                .eq(MonthNumber.of(month))
                                .and(RESERVATION_MONTH.UNIT_ID.eq(unitId))),
                row -> occupancy.add(DaySet.ofBits(row.getInt(1)).minus(DaySet.ofBits(row.getInt(2)))));
        return occupancy;
    }
}
