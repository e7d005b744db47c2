package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_HEALTH;

import fr.perisco.domain.family.HealthKind;
import fr.perisco.domain.family.HealthNote;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/** What is kept of children's health, apart from all else. */
public final class HealthStore {
    private final Database database;

    public HealthStore(Database database) {
        this.database = database;
    }

    /** Has the engine overwrite with zeros what it deletes from now on; before the work begins. */
    public void overwriteDeleted() {
        overwriteDeleted(database);
    }

    static void overwriteDeleted(Database database) {
        try {
            database.engine().overwriteDeleted();
        } catch (SQLException e) {
            throw new DataAccessException("overwriting", e);
        }
    }

    /** All of one child, what is over too, in {@link HealthNote#ORDER}. */
    public List<HealthNote> of(long childId) {
        return database
                .dsl()
                .selectFrom(CHILD_HEALTH)
                .where(CHILD_HEALTH.CHILD_ID.eq(childId))
                .fetch(HealthStore::note)
                .stream()
                .sorted(HealthNote.ORDER)
                .toList();
    }

    /** What is in force on a day, by the children's codes. */
    public Map<String, List<HealthNote>> inForce(LocalDate day) {
        Map<String, List<HealthNote>> notes = new TreeMap<>();
        database.dsl()
                .select(CHILD.CODE)
                .select(CHILD_HEALTH.fields())
                .from(CHILD_HEALTH)
                .join(CHILD)
                .on(CHILD.ID.eq(CHILD_HEALTH.CHILD_ID))
                .where(isInForce(day))
                .forEach(row -> notes.computeIfAbsent(row.get(CHILD.CODE), code -> new ArrayList<>())
                        .add(note(row)));
        notes.values().forEach(list -> list.sort(HealthNote.ORDER));
        return notes;
    }

    /** Of what kinds a child has something in force on a day. */
    public Set<HealthKind> kindsOf(long childId, LocalDate day) {
        return database
                .dsl()
                .selectDistinct(CHILD_HEALTH.KIND)
                .from(CHILD_HEALTH)
                .where(CHILD_HEALTH.CHILD_ID.eq(childId))
                .and(isInForce(day))
                .fetch(CHILD_HEALTH.KIND)
                .stream()
                .map(kind -> HealthKind.parse(kind).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sum of the marks of what the child of a row of a query has in force on a day: no words, only that there is something. */
    static Field<Integer> marksOfChild(LocalDate day, int pai, int allergy) {
        Field<Integer> mark = DSL.when(CHILD_HEALTH.KIND.eq(DSL.inline(HealthKind.PAI.code())), DSL.inline(pai))
                .otherwise(DSL.inline(allergy));
        return DSL.coalesce(
                DSL.field(DSL.select(DSL.sumDistinct(mark).coerce(Integer.class))
                        .from(CHILD_HEALTH)
                        .where(CHILD_HEALTH.CHILD_ID.eq(CHILD.ID))
                        .and(isInForce(day))),
                DSL.inline(0));
    }

    private static Condition isInForce(LocalDate day) {
        return CHILD_HEALTH.FROM_ON.le(day).and(CHILD_HEALTH.TO_ON.isNull().or(CHILD_HEALTH.TO_ON.ge(day)));
    }

    private static HealthNote note(Record row) {
        return new HealthNote(
                row.get(CHILD_HEALTH.ID),
                HealthKind.parse(row.get(CHILD_HEALTH.KIND)).orElseThrow(),
                row.get(CHILD_HEALTH.CONTENT),
                row.get(CHILD_HEALTH.FROM_ON),
                row.get(CHILD_HEALTH.TO_ON));
    }

    public void add(long childId, HealthNote note, Journal journal) {
        database.dsl()
                .insertInto(CHILD_HEALTH)
                .set(CHILD_HEALTH.ID, database.nextId(CHILD_HEALTH.ID))
                .set(CHILD_HEALTH.CHILD_ID, childId)
                .set(CHILD_HEALTH.KIND, note.kind().code())
                .set(CHILD_HEALTH.CONTENT, note.text())
                .set(CHILD_HEALTH.FROM_ON, note.from())
                .set(CHILD_HEALTH.TO_ON, note.to())
                .set(CHILD_HEALTH.ACT_ID, journal.actId())
                .execute();
    }

    /** Lets a note end on a day; one that would have no day left is deleted. */
    public void end(HealthNote note, LocalDate last) {
        if (last.isBefore(note.from())) {
            remove(note);
        } else {
            database.dsl()
                    .update(CHILD_HEALTH)
                    .set(CHILD_HEALTH.TO_ON, last)
                    .where(CHILD_HEALTH.ID.eq(note.id()))
                    .execute();
        }
    }

    /** Deletes a note for good. */
    public void remove(HealthNote note) {
        database.dsl()
                .deleteFrom(CHILD_HEALTH)
                .where(CHILD_HEALTH.ID.eq(note.id()))
                .execute();
    }

    /** The codes of the children that have notes which ended before a day. */
    public List<String> endedBefore(LocalDate day) {
        return database.dsl()
                .selectDistinct(CHILD.CODE)
                .from(CHILD_HEALTH)
                .join(CHILD)
                .on(CHILD.ID.eq(CHILD_HEALTH.CHILD_ID))
                .where(CHILD_HEALTH.TO_ON.lt(day))
                .orderBy(CHILD.CODE)
                .fetch(CHILD.CODE);
    }

    /** Deletes for good what ended before a day. */
    public void removeEndedBefore(LocalDate day) {
        database.dsl()
                .deleteFrom(CHILD_HEALTH)
                .where(CHILD_HEALTH.TO_ON.lt(day))
                .execute();
    }
}
