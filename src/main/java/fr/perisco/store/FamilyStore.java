package fr.perisco.store;

import static fr.perisco.store.generated.Tables.AUDIT_CHANGE;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.family.SchoolingHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Families and children, one at a time. */
public final class FamilyStore {
    /** A family with its key. */
    public record StoredFamily(long id, Family family) {}

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

    public Optional<StoredFamily> family(String code) {
        return families(FAMILY.CODE.eq(code)).stream().findFirst();
    }

    /** A child's families in the order of their codes. */
    public List<StoredFamily> familiesOf(long childId) {
        return families(FAMILY.ID.in(
                DSL.select(CHILD_FAMILY.FAMILY_ID).from(CHILD_FAMILY).where(CHILD_FAMILY.CHILD_ID.eq(childId))));
    }

    /** These families in the order of their codes. */
    public List<StoredFamily> families(Collection<Long> ids) {
        return families(FAMILY.ID.in(ids));
    }

    private List<StoredFamily> families(Condition condition) {
        List<StoredFamily> found = new ArrayList<>(1);
        Rows.each(
                database,
                database.dsl()
                        .select(FamilyRegister.FAMILY_FIELDS)
                        .from(FAMILY)
                        .where(condition)
                        .orderBy(FAMILY.CODE),
                row -> {
                    long id = row.getLong(1);
                    Guardian[] guardians = FamilyRegister.guardians(database, GUARDIAN.FAMILY_ID.eq(id))
                            .getOrDefault(id, new Guardian[2]);
                    found.add(new StoredFamily(id, FamilyRegister.family(row, guardians)));
                });
        return found;
    }

    public ResidencyHistory residencyOf(long familyId) {
        return new ResidencyHistory(FamilyHistories.residencies(database, FAMILY_RESIDENCY.FAMILY_ID.eq(familyId))
                .getOrDefault(familyId, List.of()));
    }

    public QuotientHistory quotientsOf(long familyId) {
        return new QuotientHistory(FamilyHistories.quotients(database, FAMILY_QUOTIENT.FAMILY_ID.eq(familyId))
                .getOrDefault(familyId, List.of()));
    }

    /** A family's children in the order of their codes. */
    public List<SchooledChild> childrenOf(long familyId) {
        return schooled(CHILD.ID.in(
                DSL.select(CHILD_FAMILY.CHILD_ID).from(CHILD_FAMILY).where(CHILD_FAMILY.FAMILY_ID.eq(familyId))));
    }

    public Optional<SchooledChild> schooledChild(String code) {
        return schooled(CHILD.CODE.eq(code)).stream().findFirst();
    }

    /** These children in the order of their codes. */
    public List<SchooledChild> schooledChildren(Collection<Long> ids) {
        return schooled(CHILD.ID.in(ids));
    }

    List<SchooledChild> schooled(Condition condition) {
        Map<Child, List<SchoolingHistory.Since>> children = new LinkedHashMap<>();
        int columns = FamilyRegister.CHILD_FIELDS.size();
        Rows.each(
                database,
                database.dsl()
                        .select(FamilyRegister.CHILD_FIELDS)
                        .select(CHILD_SCHOOLING.FROM_ON)
                        .select(FamilyRegister.SCHOOLING_FIELDS)
                        .from(CHILD)
                        .leftJoin(CHILD_SCHOOLING)
                        .on(CHILD_SCHOOLING.CHILD_ID.eq(CHILD.ID))
                        .leftJoin(SCHOOL)
                        .on(SCHOOL.ID.eq(CHILD_SCHOOLING.SCHOOL_ID))
                        .where(condition)
                        .orderBy(CHILD.CODE, CHILD_SCHOOLING.FROM_ON),
                row -> {
                    List<SchoolingHistory.Since> records =
                            children.computeIfAbsent(FamilyRegister.child(row), child -> new ArrayList<>(1));
                    LocalDate from = Rows.dayOrNull(row, columns + 1);
                    if (from != null) {
                        records.add(new SchoolingHistory.Since(from, FamilyRegister.schooling(row, columns + 2)));
                    }
                });
        return children.entrySet().stream()
                .map(entry -> new SchooledChild(entry.getKey(), new SchoolingHistory(entry.getValue())))
                .toList();
    }

    /** All codes that a family has or had. */
    public Set<String> familyCodesEver() {
        return codesEver(FAMILY.CODE, "family");
    }

    /** All codes that a child has or had. */
    public Set<String> childCodesEver() {
        return codesEver(CHILD.CODE, "child");
    }

    private Set<String> codesEver(TableField<?, String> code, String subject) {
        return database.dsl()
                .select(code)
                .from(Objects.requireNonNull(code.getTable()))
                .union(DSL.select(AUDIT_CHANGE.CODE).from(AUDIT_CHANGE).where(AUDIT_CHANGE.SUBJECT.eq(subject)))
                .fetchSet(0, String.class);
    }

    /** The name of the family with this code. */
    public String name(String code) {
        return database.dsl()
                .select(FAMILY.NAME)
                .from(FAMILY)
                .where(FAMILY.CODE.eq(code))
                .fetchSingle(FAMILY.NAME);
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
                        row.getVaccinesUntilOn(),
                        row.getIne()));
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
                        .and(MembershipStore.isOn(CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID, DSL.val(day)))
                        .orderBy(CHILD_FAMILY.FAMILY_ID)
                        .limit(1)
                        .fetchOptional(CHILD_FAMILY.FAMILY_ID));
    }
}
