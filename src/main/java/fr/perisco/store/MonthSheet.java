package fr.perisco.store;

import static fr.perisco.store.generated.Tables.RESERVATION_CHANGE;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;

import fr.perisco.domain.reservation.DaySetChange;
import fr.perisco.domain.reservation.ReservationMonth;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The sets of days of one month while they are worked on: what was found, what it has become, and the writing of the
 * difference with its history, in the order of the key. Only inside an act.
 */
public final class MonthSheet {
    private record Key(long unitId, long registrationId) {
        /** Asked millions of times; what the compiler makes for a record is slow until it has warmed up. */
        @Override
        public int hashCode() {
            return 31 * Long.hashCode(unitId) + Long.hashCode(registrationId);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && unitId == key.unitId && registrationId == key.registrationId;
        }
    }

    private static final Comparator<Key> KEY_ORDER =
            Comparator.comparingLong(Key::unitId).thenComparingLong(Key::registrationId);

    private final Database database;
    private final YearMonth month;
    private final Map<Key, ReservationMonth> found = new HashMap<>();
    private final Map<Key, ReservationMonth> changed = new HashMap<>();

    MonthSheet(Database database, YearMonth month) {
        this.database = database;
        this.month = month;
    }

    void found(ReservationMonth row) {
        found.put(new Key(row.unitId(), row.registrationId()), row);
    }

    public YearMonth month() {
        return month;
    }

    /** The sets as they were found. */
    public List<ReservationMonth> found() {
        return List.copyOf(found.values());
    }

    /** The sets as they are now; empty ones where nothing was ever booked. */
    public ReservationMonth of(long unitId, long registrationId) {
        Key key = new Key(unitId, registrationId);
        ReservationMonth row = changed.get(key);
        if (row == null) {
            row = found.get(key);
        }
        return row == null ? ReservationMonth.empty(month, unitId, registrationId) : row;
    }

    public void put(ReservationMonth row) {
        changed.put(new Key(row.unitId(), row.registrationId()), row);
    }

    /** Writes what changed, and which days this act added to and removed from each set. */
    public void save(Journal journal) {
        List<Key> keys = new ArrayList<>(changed.size());
        changed.forEach((key, row) -> {
            if (!row.equals(before(key))) {
                keys.add(key);
            }
        });
        if (keys.isEmpty()) {
            return;
        }
        keys.sort(KEY_ORDER);
        insertNew(keys);
        updateFound(keys);
        insertHistory(keys, journal.actId());
        new AdjustmentStore(database)
                .daysChanged(
                        month, keys.stream().map(Key::registrationId).distinct().toList());
    }

    private ReservationMonth before(Key key) {
        ReservationMonth row = found.get(key);
        return row == null ? ReservationMonth.empty(month, key.unitId(), key.registrationId()) : row;
    }

    private void insertNew(List<Key> keys) {
        try (Batch batch = Batch.insert(
                database,
                RESERVATION_MONTH,
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
                RESERVATION_MONTH.EXCUSED)) {
            for (Key key : keys) {
                if (!found.containsKey(key)) {
                    ReservationMonth row = of(key.unitId(), key.registrationId());
                    batch.add(
                            MonthNumber.of(month),
                            key.unitId(),
                            key.registrationId(),
                            row.booked().bits(),
                            row.byRule().bits(),
                            row.cancelled().bits(),
                            row.cancelledLate().bits(),
                            row.waived().bits(),
                            row.present().bits(),
                            row.absent().bits(),
                            row.excused().bits());
                }
            }
        }
    }

    private void updateFound(List<Key> keys) {
        if (keys.stream().noneMatch(found::containsKey)) {
            return;
        }
        Integer none = null;
        Long noKey = null;
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .update(RESERVATION_MONTH)
                        .set(RESERVATION_MONTH.BOOKED, none)
                        .set(RESERVATION_MONTH.BY_RULE, none)
                        .set(RESERVATION_MONTH.CANCELLED, none)
                        .set(RESERVATION_MONTH.CANCELLED_LATE, none)
                        .set(RESERVATION_MONTH.WAIVED, none)
                        .set(RESERVATION_MONTH.PRESENT, none)
                        .set(RESERVATION_MONTH.ABSENT, none)
                        .set(RESERVATION_MONTH.EXCUSED, none)
                        .where(RESERVATION_MONTH.MONTH.eq(DSL.val(none, Integer.class)))
                        .and(RESERVATION_MONTH.UNIT_ID.eq(DSL.val(noKey, Long.class)))
                        .and(RESERVATION_MONTH.REGISTRATION_ID.eq(DSL.val(noKey, Long.class))))) {
            for (Key key : keys) {
                if (found.containsKey(key)) {
                    ReservationMonth row = of(key.unitId(), key.registrationId());
                    batch.add(
                            row.booked().bits(),
                            row.byRule().bits(),
                            row.cancelled().bits(),
                            row.cancelledLate().bits(),
                            row.waived().bits(),
                            row.present().bits(),
                            row.absent().bits(),
                            row.excused().bits(),
                            MonthNumber.of(month),
                            key.unitId(),
                            key.registrationId());
                }
            }
        }
    }

    private void insertHistory(List<Key> keys, long actId) {
        try (Batch batch = Batch.of(database, change())) {
            for (Key key : keys) {
                for (DaySetChange change :
                        of(key.unitId(), key.registrationId()).changesSince(before(key))) {
                    batch.add(
                            MonthNumber.of(month),
                            key.unitId(),
                            key.registrationId(),
                            actId,
                            change.kind().number(),
                            change.added().bits(),
                            change.removed().bits());
                }
            }
        }
    }

    /** An act may come to the same sets twice, as when a place that it freed is taken by a child that it booked for. */
    private Query change() {
        Integer none = null;
        Long noKey = null;
        return database.dsl()
                .insertInto(
                        RESERVATION_CHANGE,
                        RESERVATION_CHANGE.MONTH,
                        RESERVATION_CHANGE.UNIT_ID,
                        RESERVATION_CHANGE.REGISTRATION_ID,
                        RESERVATION_CHANGE.ACT_ID,
                        RESERVATION_CHANGE.DAY_SET,
                        RESERVATION_CHANGE.ADDED,
                        RESERVATION_CHANGE.REMOVED)
                .values(none, noKey, noKey, noKey, none, none, none)
                .onConflict(
                        RESERVATION_CHANGE.MONTH,
                        RESERVATION_CHANGE.UNIT_ID,
                        RESERVATION_CHANGE.REGISTRATION_ID,
                        RESERVATION_CHANGE.ACT_ID,
                        RESERVATION_CHANGE.DAY_SET)
                .doUpdate()
                .set(RESERVATION_CHANGE.ADDED, RESERVATION_CHANGE.ADDED.bitOr(DSL.excluded(RESERVATION_CHANGE.ADDED)))
                .set(
                        RESERVATION_CHANGE.REMOVED,
                        RESERVATION_CHANGE.REMOVED.bitOr(DSL.excluded(RESERVATION_CHANGE.REMOVED)));
    }
}
