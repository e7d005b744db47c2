package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.FAMILY;

import fr.perisco.domain.family.Child;
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
}
