package fr.perisco.store;

import static fr.perisco.store.generated.Tables.REMINDER_HOLD;

import fr.perisco.domain.recovery.Hold;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The families that are not reminded for a time. */
public final class HoldStore {
    private final Database database;

    public HoldStore(Database database) {
        this.database = database;
    }

    /** Holds by the family's key, those that are over included. */
    public Map<Long, Hold> holds(@Nullable Long familyId) {
        Map<Long, Hold> holds = new HashMap<>();
        database.dsl()
                .selectFrom(REMINDER_HOLD)
                .where(familyId == null ? DSL.noCondition() : REMINDER_HOLD.FAMILY_ID.eq(familyId))
                .forEach(row -> holds.put(row.getFamilyId(), new Hold(row.getUntilOn(), row.getReason())));
        return holds;
    }

    public Optional<Hold> of(long familyId) {
        return Optional.ofNullable(holds(familyId).get(familyId));
    }

    /** Keeps a hold in place of the one that the family had. */
    public void put(long familyId, Hold hold, Journal journal) {
        remove(familyId);
        database.dsl()
                .insertInto(REMINDER_HOLD)
                .set(REMINDER_HOLD.FAMILY_ID, familyId)
                .set(REMINDER_HOLD.UNTIL_ON, hold.until())
                .set(REMINDER_HOLD.REASON, hold.reason())
                .set(REMINDER_HOLD.ACT_ID, journal.actId())
                .execute();
    }

    public void remove(long familyId) {
        database.dsl()
                .deleteFrom(REMINDER_HOLD)
                .where(REMINDER_HOLD.FAMILY_ID.eq(familyId))
                .execute();
    }
}
