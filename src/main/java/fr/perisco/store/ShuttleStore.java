package fr.perisco.store;

import static fr.perisco.store.generated.Tables.SHUTTLE;
import static fr.perisco.store.generated.Tables.SHUTTLE_PLACE;
import static fr.perisco.store.generated.Tables.SHUTTLE_STOP;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.shuttle.ChildPlaces;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleStop;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Shuttles with their stops, and the places that children have in them. */
public final class ShuttleStore {
    private final Database database;

    public ShuttleStore(Database database) {
        this.database = database;
    }

    /**
     * All shuttles, in the order in which they were set up.
     *
     * @param units those of the office
     */
    public List<Shuttle> shuttles(Collection<Unit> units) {
        Map<Long, Unit> byId = new HashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        Map<Long, List<ShuttleStop>> stops = new HashMap<>();
        database.dsl()
                .selectFrom(SHUTTLE_STOP)
                .orderBy(SHUTTLE_STOP.ID)
                .forEach(row -> stops.computeIfAbsent(row.getShuttleId(), id -> new ArrayList<>())
                        .add(new ShuttleStop(
                                row.getId(),
                                row.getCode(),
                                row.getLabel(),
                                LocalTime.parse(row.getPassingTime()),
                                row.getIsServed())));
        return database.dsl()
                .selectFrom(SHUTTLE)
                .orderBy(SHUTTLE.ID)
                .fetch(row -> new Shuttle(
                        row.getId(),
                        row.getCode(),
                        row.getLabel(),
                        Objects.requireNonNull(byId.get(row.getUnitId())),
                        new Weekdays(row.getWeekdays()),
                        row.getSeats(),
                        row.getFromOn(),
                        row.getToOn(),
                        stops.getOrDefault(row.getId(), List.of())));
    }

    public void insert(Shuttle shuttle) {
        long id = database.nextId(SHUTTLE.ID);
        database.dsl()
                .insertInto(SHUTTLE)
                .set(SHUTTLE.ID, id)
                .set(SHUTTLE.CODE, shuttle.code())
                .set(fieldsOf(shuttle))
                .execute();
        save(id, shuttle.stops());
    }

    public void update(Shuttle shuttle) {
        database.dsl()
                .update(SHUTTLE)
                .set(fieldsOf(shuttle))
                .where(SHUTTLE.ID.eq(shuttle.id()))
                .execute();
        save(shuttle.id(), shuttle.stops());
    }

    private static Map<Field<?>, @Nullable Object> fieldsOf(Shuttle shuttle) {
        Map<Field<?>, @Nullable Object> fields = new HashMap<>();
        fields.put(SHUTTLE.LABEL, shuttle.label());
        fields.put(SHUTTLE.UNIT_ID, shuttle.unit().id());
        fields.put(SHUTTLE.WEEKDAYS, shuttle.weekdays().bits());
        fields.put(SHUTTLE.SEATS, shuttle.seats());
        fields.put(SHUTTLE.FROM_ON, shuttle.from());
        fields.put(SHUTTLE.TO_ON, shuttle.to());
        return fields;
    }

    private void save(long shuttleId, List<ShuttleStop> stops) {
        for (ShuttleStop stop : stops) {
            database.dsl()
                    .insertInto(
                            SHUTTLE_STOP,
                            SHUTTLE_STOP.ID,
                            SHUTTLE_STOP.SHUTTLE_ID,
                            SHUTTLE_STOP.CODE,
                            SHUTTLE_STOP.LABEL,
                            SHUTTLE_STOP.PASSING_TIME,
                            SHUTTLE_STOP.IS_SERVED)
                    .values(
                            stop.id() == 0 ? database.nextId(SHUTTLE_STOP.ID) : stop.id(),
                            shuttleId,
                            stop.code(),
                            stop.label(),
                            stop.time().toString(),
                            stop.served())
                    .onConflict(SHUTTLE_STOP.ID)
                    .doUpdate()
                    .set(SHUTTLE_STOP.LABEL, stop.label())
                    .set(SHUTTLE_STOP.PASSING_TIME, stop.time().toString())
                    .set(SHUTTLE_STOP.IS_SERVED, stop.served())
                    .execute();
        }
    }

    /** All places in a shuttle, by child and first day. */
    public List<ShuttlePlace> placesIn(Shuttle shuttle) {
        return places(SHUTTLE_PLACE.STOP_ID.in(
                shuttle.stops().stream().map(ShuttleStop::id).toList()));
    }

    /** All places of a child, in whatever shuttle, by first day. */
    public List<ShuttlePlace> placesOf(long childId) {
        return places(SHUTTLE_PLACE.CHILD_ID.eq(childId));
    }

    private List<ShuttlePlace> places(Condition condition) {
        List<ShuttlePlace> places = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                SHUTTLE_PLACE.CHILD_ID,
                                SHUTTLE_PLACE.STOP_ID,
                                SHUTTLE_PLACE.WEEKDAYS,
                                SHUTTLE_PLACE.FROM_ON,
                                SHUTTLE_PLACE.TO_ON,
                                SHUTTLE_PLACE.ACT_ID)
                        .from(SHUTTLE_PLACE)
                        .where(condition)
                        .orderBy(SHUTTLE_PLACE.CHILD_ID, SHUTTLE_PLACE.FROM_ON, SHUTTLE_PLACE.ID),
                row -> places.add(new ShuttlePlace(
                        row.getLong(1),
                        row.getLong(2),
                        new Weekdays(row.getInt(3)),
                        Rows.day(row, 4),
                        Rows.day(row, 5),
                        row.getLong(6))));
        return places;
    }

    /** Gives a child other places in a shuttle, instead of all it had there. A new seat is of this act. */
    public void replace(Shuttle shuttle, long childId, ChildPlaces places, Journal journal) {
        long actId = journal.actId();
        database.dsl()
                .deleteFrom(SHUTTLE_PLACE)
                .where(SHUTTLE_PLACE.CHILD_ID.eq(childId))
                .and(SHUTTLE_PLACE.STOP_ID.in(
                        DSL.select(SHUTTLE_STOP.ID).from(SHUTTLE_STOP).where(SHUTTLE_STOP.SHUTTLE_ID.eq(shuttle.id()))))
                .execute();
        long id = database.nextId(SHUTTLE_PLACE.ID);
        try (Batch batch = Batch.insert(
                database,
                SHUTTLE_PLACE,
                SHUTTLE_PLACE.ID,
                SHUTTLE_PLACE.CHILD_ID,
                SHUTTLE_PLACE.STOP_ID,
                SHUTTLE_PLACE.WEEKDAYS,
                SHUTTLE_PLACE.FROM_ON,
                SHUTTLE_PLACE.TO_ON,
                SHUTTLE_PLACE.ACT_ID)) {
            for (ShuttlePlace place : places.places()) {
                batch.add(
                        id++,
                        childId,
                        place.stopId(),
                        place.weekdays().bits(),
                        place.from(),
                        place.to(),
                        place.seatSince() == ShuttlePlace.NEW ? actId : place.seatSince());
            }
        }
    }
}
