package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.money.Money;
import fr.perisco.store.FamilyRegister.Link;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is to be written about families and children: gathered first, then written table by table, in one go. */
public final class FamilyChanges {
    private record StoredFamily(long id, Family family) {}

    private record Residence(long familyId, LocalDate from, boolean resident) {}

    private record DatedQuotient(long familyId, LocalDate quotientFrom, LocalDate countsFrom, Money quotient) {}

    private record DatedSchooling(long childId, LocalDate from, Schooling schooling) {}

    private final Database database;
    private final List<StoredFamily> newFamilies = new ArrayList<>();
    private final List<StoredFamily> changedFamilies = new ArrayList<>();
    private final List<Residence> residences = new ArrayList<>();
    private final List<DatedQuotient> quotients = new ArrayList<>();
    private final List<Child> newChildren = new ArrayList<>();
    private final List<Child> changedChildren = new ArrayList<>();
    private final List<Long> mendedBirths = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<DatedSchooling> schoolings = new ArrayList<>();
    private final List<FieldChange> fields = new ArrayList<>();
    private long nextFamilyId;
    private long nextChildId;

    public FamilyChanges(Database database) {
        this(database, database.nextId(FAMILY.ID), database.nextId(CHILD.ID));
    }

    private FamilyChanges(Database database, long nextFamilyId, long nextChildId) {
        this.database = database;
        this.nextFamilyId = nextFamilyId;
        this.nextChildId = nextChildId;
    }

    /** Where to gather what is to be written after this, which is complete. */
    public FamilyChanges next() {
        return new FamilyChanges(database, nextFamilyId, nextChildId);
    }

    /** The key that the new family gets. */
    public long add(Family family) {
        newFamilies.add(new StoredFamily(nextFamilyId, family));
        return nextFamilyId++;
    }

    public void change(long id, Family family) {
        changedFamilies.add(new StoredFamily(id, family));
    }

    /** A record of the same day is replaced. */
    public void residence(long familyId, LocalDate from, boolean resident) {
        residences.add(new Residence(familyId, from, resident));
    }

    public void quotient(long familyId, LocalDate quotientFrom, LocalDate countsFrom, Money quotient) {
        quotients.add(new DatedQuotient(familyId, quotientFrom, countsFrom, quotient));
    }

    /** The key that the new child gets. */
    public long add(Child child) {
        newChildren.add(child.withId(nextChildId));
        return nextChildId++;
    }

    public void change(Child child) {
        changedChildren.add(child);
    }

    /** A child's birth date was another one: its age was too, on every day. */
    public void birthMended(long childId) {
        mendedBirths.add(childId);
    }

    public void link(Link link) {
        links.add(link);
    }

    /** A record of the same day is replaced. */
    public void schooling(long childId, LocalDate from, Schooling schooling) {
        schoolings.add(new DatedSchooling(childId, from, schooling));
    }

    public void audit(FieldChange change) {
        fields.add(change);
    }

    public List<FieldChange> audited() {
        return fields;
    }

    /** Writes all of it; nothing at all where nothing was gathered. */
    public void save(Journal journal) {
        saveFamilies(journal);
        saveGuardians();
        saveResidences(journal);
        saveQuotients(journal);
        saveChildren(journal);
        saveLinks();
        saveSchoolings(journal);
        if (!quotients.isEmpty() || !residences.isEmpty() || !schoolings.isEmpty() || !mendedBirths.isEmpty()) {
            new AdjustmentStore(database).termsChanged(journal, mendedBirths);
        }
        journal.changed(fields);
    }

    /**
     * Looks up what all families and children name, for work in bulk.
     *
     * @throws IllegalStateException when a row is missing
     */
    public static void requireReferences(Database database) {
        References references = new References(database);
        List.of(
                        FAMILY.ID,
                        GUARDIAN.FAMILY_ID,
                        FAMILY_RESIDENCY.FAMILY_ID,
                        FAMILY_QUOTIENT.ID,
                        CHILD.ID,
                        CHILD_FAMILY.FAMILY_ID,
                        CHILD_SCHOOLING.CHILD_ID)
                .forEach(key -> references.require(key, 0));
    }

    private void saveFamilies(Journal journal) {
        if (!newFamilies.isEmpty() || !changedFamilies.isEmpty()) {
            long actId = journal.actId();
            updateFamilies();
            try (Batch batch = Batch.insert(
                    database,
                    FAMILY,
                    Map.of(FAMILY.ACT_ID, actId),
                    FAMILY.ID,
                    FAMILY.CODE,
                    FAMILY.NAME,
                    FAMILY.LOGIN,
                    FAMILY.ADDRESS,
                    FAMILY.POSTCODE,
                    FAMILY.CITY,
                    FAMILY.DEPENDENTS,
                    FAMILY.INCOME_CENTS,
                    FAMILY.INCOME_ON)) {
                for (StoredFamily stored : newFamilies) {
                    Family family = stored.family();
                    batch.add(
                            stored.id(),
                            family.code(),
                            family.name(),
                            loginOrNull(family),
                            family.address(),
                            family.postcode(),
                            family.city(),
                            family.dependents(),
                            centsOrNull(family.income()),
                            family.incomeOn());
                }
            }
        }
    }

    private void updateFamilies() {
        if (changedFamilies.isEmpty()) {
            return;
        }
        // Two families may swap their logins: each gives up its own before any takes another.
        try (Batch batch = Batch.of(
                database,
                database.dsl().update(FAMILY).set(FAMILY.LOGIN, (String) null).where(FAMILY.ID.eq(0L)))) {
            changedFamilies.forEach(stored -> batch.add(null, stored.id()));
        }
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .update(FAMILY)
                        .set(FAMILY.NAME, "")
                        .set(FAMILY.LOGIN, "")
                        .set(FAMILY.ADDRESS, "")
                        .set(FAMILY.POSTCODE, "")
                        .set(FAMILY.CITY, "")
                        .set(FAMILY.DEPENDENTS, 0)
                        .set(FAMILY.INCOME_CENTS, 0L)
                        .set(FAMILY.INCOME_ON, LocalDate.EPOCH)
                        .where(FAMILY.ID.eq(0L)))) {
            for (StoredFamily stored : changedFamilies) {
                Family family = stored.family();
                batch.add(
                        family.name(),
                        loginOrNull(family),
                        family.address(),
                        family.postcode(),
                        family.city(),
                        family.dependents(),
                        centsOrNull(family.income()),
                        family.incomeOn(),
                        stored.id());
            }
        }
        try (Batch batch =
                Batch.of(database, database.dsl().deleteFrom(GUARDIAN).where(GUARDIAN.FAMILY_ID.eq(0L)))) {
            changedFamilies.forEach(stored -> batch.add(stored.id()));
        }
    }

    private static @Nullable String loginOrNull(Family family) {
        return family.login().isEmpty() ? null : family.login();
    }

    private static @Nullable Long centsOrNull(@Nullable Money amount) {
        return amount == null ? null : amount.cents();
    }

    private void saveGuardians() {
        try (Batch batch = Batch.insert(
                database,
                GUARDIAN,
                GUARDIAN.FAMILY_ID,
                GUARDIAN.RANK,
                GUARDIAN.CIVILITY,
                GUARDIAN.LAST_NAME,
                GUARDIAN.FIRST_NAME,
                GUARDIAN.EMAIL,
                GUARDIAN.PHONE)) {
            Stream.concat(newFamilies.stream(), changedFamilies.stream()).forEach(stored -> {
                insert(batch, stored.id(), stored.family().guardian());
                Guardian second = stored.family().second();
                if (second != null) {
                    insert(batch, stored.id(), second);
                }
            });
        }
    }

    private static void insert(Batch batch, long familyId, Guardian guardian) {
        batch.add(
                familyId,
                guardian.rank(),
                guardian.civility(),
                guardian.lastName(),
                guardian.firstName(),
                guardian.email(),
                guardian.phone());
    }

    private void saveResidences(Journal journal) {
        if (residences.isEmpty()) {
            return;
        }
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .insertInto(
                                FAMILY_RESIDENCY,
                                FAMILY_RESIDENCY.FAMILY_ID,
                                FAMILY_RESIDENCY.FROM_ON,
                                FAMILY_RESIDENCY.IS_RESIDENT,
                                FAMILY_RESIDENCY.ACT_ID)
                        .values(DSL.val(0L), DSL.val(LocalDate.EPOCH), DSL.val(true), DSL.inline(journal.actId()))
                        .onConflict(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON)
                        .doUpdate()
                        .set(FAMILY_RESIDENCY.IS_RESIDENT, DSL.excluded(FAMILY_RESIDENCY.IS_RESIDENT))
                        .set(FAMILY_RESIDENCY.ACT_ID, DSL.excluded(FAMILY_RESIDENCY.ACT_ID)))) {
            residences.forEach(record -> batch.add(record.familyId(), record.from(), record.resident()));
        }
    }

    private void saveQuotients(Journal journal) {
        if (quotients.isEmpty()) {
            return;
        }
        long id = database.nextId(FAMILY_QUOTIENT.ID);
        try (Batch batch = Batch.insert(
                database,
                FAMILY_QUOTIENT,
                Map.of(FAMILY_QUOTIENT.ACT_ID, journal.actId()),
                FAMILY_QUOTIENT.ID,
                FAMILY_QUOTIENT.FAMILY_ID,
                FAMILY_QUOTIENT.QUOTIENT_FROM_ON,
                FAMILY_QUOTIENT.COUNTS_FROM_ON,
                FAMILY_QUOTIENT.QUOTIENT_CENTS)) {
            for (DatedQuotient record : quotients) {
                batch.add(
                        id++,
                        record.familyId(),
                        record.quotientFrom(),
                        record.countsFrom(),
                        record.quotient().cents());
            }
        }
    }

    private void saveChildren(Journal journal) {
        if (!newChildren.isEmpty()) {
            try (Batch batch = Batch.insert(
                    database,
                    CHILD,
                    Map.of(CHILD.ACT_ID, journal.actId()),
                    CHILD.ID,
                    CHILD.CODE,
                    CHILD.LAST_NAME,
                    CHILD.FIRST_NAME,
                    CHILD.BIRTH_ON,
                    CHILD.SEX,
                    CHILD.DIET,
                    CHILD.VACCINES_UNTIL_ON,
                    CHILD.INE)) {
                newChildren.forEach(child -> batch.add(
                        child.id(),
                        child.code(),
                        child.lastName(),
                        child.firstName(),
                        child.birthOn(),
                        child.sex(),
                        child.diet(),
                        child.vaccinesUntil(),
                        child.ine()));
            }
        }
        if (!changedChildren.isEmpty()) {
            try (Batch batch = Batch.of(
                    database,
                    database.dsl()
                            .update(CHILD)
                            .set(CHILD.LAST_NAME, "")
                            .set(CHILD.FIRST_NAME, "")
                            .set(CHILD.BIRTH_ON, LocalDate.EPOCH)
                            .set(CHILD.SEX, "")
                            .set(CHILD.DIET, "")
                            .set(CHILD.VACCINES_UNTIL_ON, LocalDate.EPOCH)
                            .set(CHILD.INE, "")
                            .where(CHILD.ID.eq(0L)))) {
                changedChildren.forEach(child -> batch.add(
                        child.lastName(),
                        child.firstName(),
                        child.birthOn(),
                        child.sex(),
                        child.diet(),
                        child.vaccinesUntil(),
                        child.ine(),
                        child.id()));
            }
        }
    }

    private void saveLinks() {
        try (Batch batch = Batch.insert(database, CHILD_FAMILY, CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID)) {
            links.forEach(link -> batch.add(link.familyId(), link.childId()));
        }
    }

    private void saveSchoolings(Journal journal) {
        if (schoolings.isEmpty()) {
            return;
        }
        Map<String, Long> schools =
                database.dsl().select(SCHOOL.CODE, SCHOOL.ID).from(SCHOOL).fetchMap(SCHOOL.CODE, SCHOOL.ID);
        try (Batch batch = Batch.of(
                database,
                database.dsl()
                        .insertInto(
                                CHILD_SCHOOLING,
                                CHILD_SCHOOLING.CHILD_ID,
                                CHILD_SCHOOLING.FROM_ON,
                                CHILD_SCHOOLING.SCHOOL_ID,
                                CHILD_SCHOOLING.CLASS,
                                CHILD_SCHOOLING.LEVEL,
                                CHILD_SCHOOLING.IS_BRINGING_MEAL,
                                CHILD_SCHOOLING.ACT_ID)
                        .values(
                                DSL.val(0L),
                                DSL.val(LocalDate.EPOCH),
                                DSL.val(0L),
                                DSL.val(""),
                                DSL.val(""),
                                DSL.val(false),
                                DSL.inline(journal.actId()))
                        .onConflict(CHILD_SCHOOLING.CHILD_ID, CHILD_SCHOOLING.FROM_ON)
                        .doUpdate()
                        .set(CHILD_SCHOOLING.SCHOOL_ID, DSL.excluded(CHILD_SCHOOLING.SCHOOL_ID))
                        .set(CHILD_SCHOOLING.CLASS, DSL.excluded(CHILD_SCHOOLING.CLASS))
                        .set(CHILD_SCHOOLING.LEVEL, DSL.excluded(CHILD_SCHOOLING.LEVEL))
                        .set(CHILD_SCHOOLING.IS_BRINGING_MEAL, DSL.excluded(CHILD_SCHOOLING.IS_BRINGING_MEAL))
                        .set(CHILD_SCHOOLING.ACT_ID, DSL.excluded(CHILD_SCHOOLING.ACT_ID)))) {
            schoolings.forEach(record -> batch.add(
                    record.childId(),
                    record.from(),
                    schools.get(record.schooling().school()),
                    record.schooling().schoolClass(),
                    record.schooling().levelName(),
                    record.schooling().bringsMeal()));
        }
    }
}
