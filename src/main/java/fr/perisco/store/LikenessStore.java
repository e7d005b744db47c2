package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_ERASURE;
import static fr.perisco.store.generated.Tables.FAMILY_MERGE;
import static fr.perisco.store.generated.Tables.GUARDIAN;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads what families are compared by; none that was merged or erased. Families come in the order in which they were entered. */
public final class LikenessStore {
    /** A guardian, and where the family lives. */
    public record Person(long family, String lastName, String firstName, String email, String phone, String postcode) {}

    /** A child of a family. */
    public record Offspring(
            long family,
            long child,
            String lastName,
            String firstName,
            @Nullable LocalDate birthOn) {}

    /** A family's key, code and name. */
    public record Named(long id, String code, String name) {}

    private final Database database;

    public LikenessStore(Database database) {
        this.database = database;
    }

    private static Condition isHeld() {
        return FAMILY.ID
                .notIn(DSL.select(FAMILY_MERGE.FAMILY_ID).from(FAMILY_MERGE))
                .and(FAMILY.ID.notIn(DSL.select(FAMILY_ERASURE.FAMILY_ID).from(FAMILY_ERASURE)));
    }

    public void families(Consumer<Named> consumer) {
        Rows.each(
                database,
                database.dsl()
                        .select(FAMILY.ID, FAMILY.CODE, FAMILY.NAME)
                        .from(FAMILY)
                        .where(isHeld())
                        .orderBy(FAMILY.ID),
                row -> consumer.accept(new Named(row.getLong(1), row.getString(2), row.getString(3))));
    }

    public void guardians(Consumer<Person> consumer) {
        Rows.each(
                database,
                database.dsl()
                        .select(
                                FAMILY.ID,
                                GUARDIAN.LAST_NAME,
                                GUARDIAN.FIRST_NAME,
                                GUARDIAN.EMAIL,
                                GUARDIAN.PHONE,
                                FAMILY.POSTCODE)
                        .from(GUARDIAN)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(GUARDIAN.FAMILY_ID))
                        .where(isHeld())
                        .orderBy(FAMILY.ID, GUARDIAN.RANK),
                row -> consumer.accept(new Person(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6))));
    }

    public void children(Consumer<Offspring> consumer) {
        Rows.each(
                database,
                database.dsl()
                        .select(FAMILY.ID, CHILD.ID, CHILD.LAST_NAME, CHILD.FIRST_NAME, CHILD.BIRTH_ON)
                        .from(CHILD_FAMILY)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(CHILD_FAMILY.FAMILY_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(CHILD_FAMILY.CHILD_ID))
                        .where(isHeld())
                        .orderBy(FAMILY.ID, CHILD.ID),
                row -> consumer.accept(new Offspring(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), Rows.dayOrNull(row, 5))));
    }
}
