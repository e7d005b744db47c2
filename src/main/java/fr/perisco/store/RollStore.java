package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchoolHistory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The roll of all children: codes, families and schools, read once for jobs that go through a whole file. */
public final class RollStore {
    private final Database database;

    public RollStore(Database database) {
        this.database = database;
    }

    /** The keys of all children by code. */
    public Map<String, Long> children() {
        Map<String, Long> ids = new HashMap<>();
        Rows.each(
                database,
                database.dsl().select(CHILD.CODE, CHILD.ID).from(CHILD),
                row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    /** When the children of whom it is known were born, by their keys. */
    public Map<Long, LocalDate> births() {
        Map<Long, LocalDate> births = new HashMap<>();
        Rows.each(
                database,
                database.dsl().select(CHILD.ID, CHILD.BIRTH_ON).from(CHILD).where(CHILD.BIRTH_ON.isNotNull()),
                row -> births.put(row.getLong(1), Rows.day(row, 2)));
        return births;
    }

    /** The codes of the schools where children are on a day, by the children's codes; without those who go to none. */
    public Map<String, String> schoolsOn(LocalDate day) {
        Map<Long, String> codes =
                database.dsl().select(SCHOOL.ID, SCHOOL.CODE).from(SCHOOL).fetchMap(SCHOOL.ID, SCHOOL.CODE);
        Map<String, String> schools = new HashMap<>();
        Rows.each(
                database, database.dsl().select(CHILD.CODE, SchoolOnDay.of(day)).from(CHILD), row -> {
                    String school = codes.get(row.getLong(2));
                    if (school != null) {
                        schools.put(Rows.text(row, 1), school);
                    }
                });
        return schools;
    }

    /** The keys of all families by code. */
    public Map<String, Long> families() {
        Map<String, Long> ids = new HashMap<>();
        Rows.each(
                database,
                database.dsl().select(FAMILY.CODE, FAMILY.ID).from(FAMILY),
                row -> ids.put(row.getString(1), row.getLong(2)));
        return ids;
    }

    /** The codes of all families that have a login, by it, in small letters. */
    public Map<String, String> logins() {
        Map<String, String> codes = new HashMap<>();
        Rows.each(
                database,
                database.dsl().select(FAMILY.LOGIN, FAMILY.CODE).from(FAMILY).where(FAMILY.LOGIN.isNotNull()),
                row -> codes.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2)));
        return codes;
    }

    /** The families of every child, by the children's keys: their codes by their own keys. */
    public Map<Long, Map<Long, String>> familiesByChild() {
        Map<Long, String> codes = new HashMap<>();
        families().forEach((code, id) -> codes.put(id, code));
        Map<Long, Map<Long, String>> families = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD_FAMILY.CHILD_ID, CHILD_FAMILY.FAMILY_ID)
                        .from(CHILD_FAMILY),
                row -> {
                    long family = row.getLong(2);
                    Map<Long, String> own = Map.of(family, Objects.requireNonNull(codes.get(family)));
                    families.merge(row.getLong(1), own, RollStore::both);
                });
        return families;
    }

    private static Map<Long, String> both(Map<Long, String> some, Map<Long, String> others) {
        Map<Long, String> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    /** The families of one child: their codes by their keys, in the order of the codes. */
    public Map<Long, String> familiesOf(long childId) {
        return database.dsl()
                .select(FAMILY.ID, FAMILY.CODE)
                .from(FAMILY)
                .join(CHILD_FAMILY)
                .on(CHILD_FAMILY.FAMILY_ID.eq(FAMILY.ID))
                .where(CHILD_FAMILY.CHILD_ID.eq(childId))
                .orderBy(FAMILY.CODE)
                .fetchMap(FAMILY.ID, FAMILY.CODE);
    }

    /** The families that a child belongs to on a day: their codes by their keys, in the order of the codes. */
    public Map<Long, String> familiesOf(long childId, LocalDate day) {
        Map<Long, Membership> memberships = new MembershipStore(database).ofChild(childId);
        Map<Long, String> families = new LinkedHashMap<>(familiesOf(childId));
        families.keySet()
                .removeIf(id -> !memberships.getOrDefault(id, Membership.ALWAYS).isOn(day));
        return families;
    }

    /** Where all children go to school, by their keys. */
    public Map<Long, SchoolHistory> schools() {
        return schools(DSL.noCondition());
    }

    /** Where the children who are registered for these activities go to school, by their keys. */
    public Map<Long, SchoolHistory> schoolsOfRegistered(Collection<Long> activityIds) {
        return schools(CHILD_SCHOOLING.CHILD_ID.in(
                DSL.select(REGISTRATION.CHILD_ID).from(REGISTRATION).where(REGISTRATION.ACTIVITY_ID.in(activityIds))));
    }

    /** Where one child goes to school. */
    public SchoolHistory schoolsOf(long childId) {
        return schools(CHILD_SCHOOLING.CHILD_ID.eq(childId)).getOrDefault(childId, SchoolHistory.NONE);
    }

    /** Where these children go to school, by their keys. */
    public Map<Long, SchoolHistory> schoolsOf(Collection<Long> childIds) {
        return schools(CHILD_SCHOOLING.CHILD_ID.in(childIds));
    }

    private Map<Long, SchoolHistory> schools(Condition condition) {
        Map<Long, NavigableMap<LocalDate, String>> records = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD_SCHOOLING.CHILD_ID, CHILD_SCHOOLING.FROM_ON, DSL.coalesce(SCHOOL.CODE, ""))
                        .from(CHILD_SCHOOLING)
                        .leftJoin(SCHOOL)
                        .on(SCHOOL.ID.eq(CHILD_SCHOOLING.SCHOOL_ID))
                        .where(condition),
                row -> records.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                        .put(Rows.day(row, 2), row.getString(3)));
        Map<Long, SchoolHistory> histories = new HashMap<>();
        records.forEach((child, schools) -> histories.put(child, new SchoolHistory(schools)));
        return histories;
    }
}
