package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.REGISTRATION;

import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.registration.RegistrationState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The children whose vaccines are due. */
public final class VaccineStore {
    private final Database database;

    public VaccineStore(Database database) {
        this.database = database;
    }

    /**
     * Those who are registered for anything, in the order of their codes.
     *
     * @param today the registration's last day is not before it
     * @param by their vaccines last until a day before it, or nobody knows
     */
    public List<SchooledChild> due(LocalDate today, LocalDate by) {
        return new FamilyStore(database).schooled(isDue(today, by));
    }

    /** The keys of these children's families on a day, by the children's. */
    public Map<Long, List<Long>> families(LocalDate today, LocalDate by) {
        Map<Long, List<Long>> families = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD_FAMILY.CHILD_ID, CHILD_FAMILY.FAMILY_ID)
                        .from(CHILD_FAMILY)
                        .join(CHILD)
                        .on(CHILD.ID.eq(CHILD_FAMILY.CHILD_ID))
                        .where(isDue(today, by))
                        .and(MembershipStore.isOn(CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID, DSL.val(today)))
                        .orderBy(CHILD_FAMILY.CHILD_ID, CHILD_FAMILY.FAMILY_ID),
                row -> families.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                        .add(row.getLong(2)));
        return families;
    }

    private static Condition isDue(LocalDate today, LocalDate by) {
        return CHILD.VACCINES_UNTIL_ON
                .isNull()
                .or(CHILD.VACCINES_UNTIL_ON.lt(by))
                .and(CHILD.ID.in(DSL.select(REGISTRATION.CHILD_ID)
                        .from(REGISTRATION)
                        .where(REGISTRATION.STATE.eq(RegistrationState.ACCEPTED.code()))
                        .and(REGISTRATION.TO_ON.ge(today))));
    }
}
