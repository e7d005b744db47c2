package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_MEMBERSHIP;

import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.Membership.Spell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** From when and until when children belong to families. */
public final class MembershipStore {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private final Database database;

    public MembershipStore(Database database) {
        this.database = database;
    }

    /** Of all children who do not belong to a family for good: by the families' keys, by the children's. */
    public Map<Long, Map<Long, Membership>> byFamily() {
        return read(DSL.noCondition(), FAMILY_MEMBERSHIP.FAMILY_ID, FAMILY_MEMBERSHIP.CHILD_ID);
    }

    /** Likewise, by the children's keys, by the families'. */
    public Map<Long, Map<Long, Membership>> byChild() {
        return read(DSL.noCondition(), FAMILY_MEMBERSHIP.CHILD_ID, FAMILY_MEMBERSHIP.FAMILY_ID);
    }

    /** Of one family, by the children's keys. */
    public Map<Long, Membership> ofFamily(long familyId) {
        return read(FAMILY_MEMBERSHIP.FAMILY_ID.eq(familyId), FAMILY_MEMBERSHIP.FAMILY_ID, FAMILY_MEMBERSHIP.CHILD_ID)
                .getOrDefault(familyId, Map.of());
    }

    /** Of one child, by the families' keys. */
    public Map<Long, Membership> ofChild(long childId) {
        return read(FAMILY_MEMBERSHIP.CHILD_ID.eq(childId), FAMILY_MEMBERSHIP.CHILD_ID, FAMILY_MEMBERSHIP.FAMILY_ID)
                .getOrDefault(childId, Map.of());
    }

    private Map<Long, Map<Long, Membership>> read(Condition condition, Field<Long> of, Field<Long> by) {
        Map<Long, Map<Long, List<Spell>>> spells = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(of, by, FAMILY_MEMBERSHIP.FROM_ON, FAMILY_MEMBERSHIP.TO_ON)
                        .from(FAMILY_MEMBERSHIP)
                        .where(condition)
                        .orderBy(of, by, FAMILY_MEMBERSHIP.FROM_ON),
                row -> {
                    LocalDate from = Rows.day(row, 3);
                    spells.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                            .computeIfAbsent(row.getLong(2), id -> new ArrayList<>(1))
                            .add(new Spell(from.equals(EVER) ? null : from, Rows.dayOrNull(row, 4)));
                });
        Map<Long, Map<Long, Membership>> memberships = new HashMap<>();
        spells.forEach((outer, inner) -> {
            Map<Long, Membership> own = new HashMap<>();
            inner.forEach((id, days) -> own.put(id, new Membership(days)));
            memberships.put(outer, own);
        });
        return memberships;
    }

    /** Whether a child that has a family belongs to it on a day. */
    static Condition isOn(Field<Long> familyId, Field<Long> childId, Field<LocalDate> day) {
        Condition pair = FAMILY_MEMBERSHIP.FAMILY_ID.eq(familyId).and(FAMILY_MEMBERSHIP.CHILD_ID.eq(childId));
        return DSL.notExists(DSL.selectOne().from(FAMILY_MEMBERSHIP).where(pair))
                .or(DSL.exists(DSL.selectOne()
                        .from(FAMILY_MEMBERSHIP)
                        .where(pair)
                        .and(FAMILY_MEMBERSHIP.FROM_ON.le(day))
                        .and(FAMILY_MEMBERSHIP.TO_ON.isNull().or(FAMILY_MEMBERSHIP.TO_ON.ge(day)))));
    }

    /** When a child belongs to a family; on no day where they were never linked. */
    public Membership of(long familyId, long childId) {
        return isLinked(familyId, childId)
                ? ofChild(childId).getOrDefault(familyId, Membership.ALWAYS)
                : Membership.NEVER;
    }

    private boolean isLinked(long familyId, long childId) {
        return database.dsl()
                .fetchExists(CHILD_FAMILY, CHILD_FAMILY.FAMILY_ID.eq(familyId).and(CHILD_FAMILY.CHILD_ID.eq(childId)));
    }

    /** The child belongs to the family on these days, and on no others. */
    public void keep(long familyId, long childId, Membership membership, Journal journal) {
        database.dsl()
                .insertInto(CHILD_FAMILY, CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID)
                .values(familyId, childId)
                .onConflictDoNothing()
                .execute();
        database.dsl()
                .deleteFrom(FAMILY_MEMBERSHIP)
                .where(FAMILY_MEMBERSHIP.FAMILY_ID.eq(familyId))
                .and(FAMILY_MEMBERSHIP.CHILD_ID.eq(childId))
                .execute();
        if (membership.equals(Membership.ALWAYS)) {
            return;
        }
        for (Spell spell : membership.spells()) {
            database.dsl()
                    .insertInto(
                            FAMILY_MEMBERSHIP,
                            FAMILY_MEMBERSHIP.FAMILY_ID,
                            FAMILY_MEMBERSHIP.CHILD_ID,
                            FAMILY_MEMBERSHIP.FROM_ON,
                            FAMILY_MEMBERSHIP.TO_ON,
                            FAMILY_MEMBERSHIP.ACT_ID)
                    .values(
                            familyId,
                            childId,
                            Objects.requireNonNullElse(spell.from(), EVER),
                            spell.to(),
                            journal.actId())
                    .execute();
        }
    }
}
