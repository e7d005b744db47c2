package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.REGISTRATION;

import fr.perisco.domain.family.Child;
import java.time.LocalDate;
import java.util.Optional;

/** Families and children. */
public final class FamilyStore {
    private final Database database;

    public FamilyStore(Database database) {
        this.database = database;
    }

    /** The key of the family with this code. */
    public Optional<Long> familyId(String code) {
        return database.dsl()
                .select(FAMILY.ID)
                .from(FAMILY)
                .where(FAMILY.CODE.eq(code))
                .fetchOptional(FAMILY.ID);
    }

    /** The code of the family with this key. */
    public String familyCode(long id) {
        return database.dsl()
                .select(FAMILY.CODE)
                .from(FAMILY)
                .where(FAMILY.ID.eq(id))
                .fetchSingle(FAMILY.CODE);
    }

    public Optional<Child> child(String code) {
        return database.dsl()
                .selectFrom(CHILD)
                .where(CHILD.CODE.eq(code))
                .fetchOptional(row -> new Child(
                        row.getId(),
                        row.getCode(),
                        row.getLastName(),
                        row.getFirstName(),
                        row.getBirthOn(),
                        row.getSex(),
                        row.getDiet(),
                        row.getVaccinesUntilOn()));
    }

    /** Who pays for a child's activity on a day: the registration says so, else it is the child's first family. */
    public Optional<Long> payerOn(long childId, long activityId, LocalDate day) {
        return database.dsl()
                .select(REGISTRATION.FAMILY_ID)
                .from(REGISTRATION)
                .where(REGISTRATION.CHILD_ID.eq(childId))
                .and(REGISTRATION.ACTIVITY_ID.eq(activityId))
                .and(REGISTRATION.FROM_ON.le(day))
                .and(REGISTRATION.TO_ON.ge(day))
                .orderBy(REGISTRATION.ID)
                .limit(1)
                .fetchOptional(REGISTRATION.FAMILY_ID)
                .or(() -> database.dsl()
                        .select(CHILD_FAMILY.FAMILY_ID)
                        .from(CHILD_FAMILY)
                        .where(CHILD_FAMILY.CHILD_ID.eq(childId))
                        .orderBy(CHILD_FAMILY.FAMILY_ID)
                        .limit(1)
                        .fetchOptional(CHILD_FAMILY.FAMILY_ID));
    }
}
