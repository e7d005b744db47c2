package fr.perisco.store;

import static fr.perisco.store.generated.Tables.AUTHORISED_PERSON;
import static fr.perisco.store.generated.Tables.CHILD;

import fr.perisco.domain.family.AuthorisedPerson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Who may fetch which child besides its guardians. */
public final class AuthorisedStore {
    /** @param id its key */
    public record Stored(long id, AuthorisedPerson person) {}

    private final Database database;

    public AuthorisedStore(Database database) {
        this.database = database;
    }

    /** Those of one child, past ones too, in the order of their names. */
    public List<Stored> ofChild(long childId) {
        List<Stored> all = new ArrayList<>();
        read(AUTHORISED_PERSON.CHILD_ID.eq(childId)).values().forEach(all::addAll);
        return all;
    }

    /** Those of all children by the children's codes, in the order of their names. */
    public Map<String, List<AuthorisedPerson>> byChild() {
        Map<String, List<AuthorisedPerson>> persons = new HashMap<>();
        read(DSL.noCondition())
                .forEach((child, stored) ->
                        persons.put(child, stored.stream().map(Stored::person).toList()));
        return persons;
    }

    private Map<String, List<Stored>> read(Condition condition) {
        Map<String, List<Stored>> persons = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                CHILD.CODE,
                                AUTHORISED_PERSON.ID,
                                AUTHORISED_PERSON.NAME,
                                AUTHORISED_PERSON.PHONE,
                                AUTHORISED_PERSON.RELATION,
                                AUTHORISED_PERSON.FROM_ON,
                                AUTHORISED_PERSON.TO_ON)
                        .from(AUTHORISED_PERSON)
                        .join(CHILD)
                        .on(CHILD.ID.eq(AUTHORISED_PERSON.CHILD_ID))
                        .where(condition)
                        .orderBy(AUTHORISED_PERSON.NAME, AUTHORISED_PERSON.ID),
                row -> persons.computeIfAbsent(row.getString(1), code -> new ArrayList<>(2))
                        .add(new Stored(
                                row.getLong(2),
                                new AuthorisedPerson(
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Rows.dayOrNull(row, 6),
                                        Rows.dayOrNull(row, 7)))));
        return persons;
    }

    public void add(long childId, AuthorisedPerson person, Journal journal) {
        database.dsl()
                .insertInto(AUTHORISED_PERSON)
                .set(AUTHORISED_PERSON.ID, database.nextId(AUTHORISED_PERSON.ID))
                .set(AUTHORISED_PERSON.CHILD_ID, childId)
                .set(AUTHORISED_PERSON.NAME, person.name())
                .set(AUTHORISED_PERSON.PHONE, person.phone())
                .set(AUTHORISED_PERSON.RELATION, person.relation())
                .set(AUTHORISED_PERSON.FROM_ON, person.from())
                .set(AUTHORISED_PERSON.TO_ON, person.to())
                .set(AUTHORISED_PERSON.ACT_ID, journal.actId())
                .execute();
    }

    public void remove(long id) {
        database.dsl()
                .deleteFrom(AUTHORISED_PERSON)
                .where(AUTHORISED_PERSON.ID.eq(id))
                .execute();
    }
}
