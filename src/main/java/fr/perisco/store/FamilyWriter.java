package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.GUARDIAN;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.store.FamilyChanges.DatedQuotient;
import fr.perisco.store.FamilyChanges.StoredFamily;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;

/** Writes what is new or other about families and children, table by table; portion after portion through the same statements. */
public final class FamilyWriter implements AutoCloseable {
    private enum Into {
        FAMILIES,
        GUARDIANS,
        RESIDENCES,
        QUOTIENTS,
        CHILDREN,
        LINKS,
        SCHOOLINGS
    }

    private final Database database;
    private final Journal journal;
    private final Map<Into, Batch> batches = new EnumMap<>(Into.class);

    public FamilyWriter(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
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

    /** Writes all of it; nothing at all where nothing was gathered. */
    public void write(FamilyChanges changes) {
        updateFamilies(changes.changedFamilies);
        insert(Into.FAMILIES, changes.newFamilies);
        insert(Into.GUARDIANS, changes.guardians);
        insert(Into.RESIDENCES, changes.residences);
        insert(Into.QUOTIENTS, numbered(changes.quotients));
        insert(Into.CHILDREN, changes.newChildren);
        updateChildren(changes.changedChildren);
        insert(Into.LINKS, changes.links);
        insert(Into.SCHOOLINGS, changes.schoolings);
        if (changes.haveTerms()) {
            new AdjustmentStore(database).termsChanged(journal, changes.mendedBirths);
        }
        journal.changed(changes.audited());
    }

    private void insert(Into into, BoundRows rows) {
        if (!rows.isEmpty()) {
            batches.computeIfAbsent(into, this::batch).write(rows);
        }
    }

    private Batch batch(Into into) {
        return switch (into) {
            case FAMILIES ->
                Batch.insert(
                        database,
                        FAMILY,
                        Map.of(FAMILY.ACT_ID, journal.actId()),
                        FAMILY.ID,
                        FAMILY.CODE,
                        FAMILY.NAME,
                        FAMILY.LOGIN,
                        FAMILY.ADDRESS,
                        FAMILY.POSTCODE,
                        FAMILY.CITY,
                        FAMILY.DEPENDENTS,
                        FAMILY.INCOME_CENTS,
                        FAMILY.INCOME_ON);
            case GUARDIANS ->
                Batch.insert(
                        database,
                        GUARDIAN,
                        GUARDIAN.FAMILY_ID,
                        GUARDIAN.RANK,
                        GUARDIAN.CIVILITY,
                        GUARDIAN.LAST_NAME,
                        GUARDIAN.FIRST_NAME,
                        GUARDIAN.EMAIL,
                        GUARDIAN.PHONE);
            case RESIDENCES ->
                Batch.of(
                        database,
                        database.dsl()
                                .insertInto(
                                        FAMILY_RESIDENCY,
                                        FAMILY_RESIDENCY.FAMILY_ID,
                                        FAMILY_RESIDENCY.FROM_ON,
                                        FAMILY_RESIDENCY.IS_RESIDENT,
                                        FAMILY_RESIDENCY.ACT_ID)
                                .values(
                                        DSL.val(0L),
                                        DSL.val(LocalDate.EPOCH),
                                        DSL.val(true),
                                        DSL.inline(journal.actId()))
                                .onConflict(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON)
                                .doUpdate()
                                .set(FAMILY_RESIDENCY.IS_RESIDENT, DSL.excluded(FAMILY_RESIDENCY.IS_RESIDENT))
                                .set(FAMILY_RESIDENCY.ACT_ID, DSL.excluded(FAMILY_RESIDENCY.ACT_ID)));
            case QUOTIENTS ->
                Batch.insert(
                        database,
                        FAMILY_QUOTIENT,
                        Map.of(FAMILY_QUOTIENT.ACT_ID, journal.actId()),
                        FAMILY_QUOTIENT.ID,
                        FAMILY_QUOTIENT.FAMILY_ID,
                        FAMILY_QUOTIENT.QUOTIENT_FROM_ON,
                        FAMILY_QUOTIENT.COUNTS_FROM_ON,
                        FAMILY_QUOTIENT.QUOTIENT_CENTS);
            case CHILDREN ->
                Batch.insert(
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
                        CHILD.INE);
            case LINKS -> Batch.insert(database, CHILD_FAMILY, CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID);
            case SCHOOLINGS ->
                Batch.of(
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
                                .set(CHILD_SCHOOLING.ACT_ID, DSL.excluded(CHILD_SCHOOLING.ACT_ID)));
        };
    }

    private BoundRows numbered(List<DatedQuotient> quotients) {
        BoundRows rows = new BoundRows(database.engine());
        if (!quotients.isEmpty()) {
            long id = database.nextId(FAMILY_QUOTIENT.ID);
            for (DatedQuotient record : quotients) {
                rows.add(
                        id++,
                        record.familyId(),
                        record.quotientFrom(),
                        record.countsFrom(),
                        record.quotient().cents());
            }
        }
        return rows;
    }

    private void updateFamilies(List<StoredFamily> changed) {
        if (changed.isEmpty()) {
            return;
        }
        // Two families may swap their logins: each gives up its own before any takes another.
        try (Batch batch = Batch.of(
                database,
                database.dsl().update(FAMILY).set(FAMILY.LOGIN, (String) null).where(FAMILY.ID.eq(0L)))) {
            changed.forEach(stored -> batch.add(null, stored.id()));
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
            for (StoredFamily stored : changed) {
                Family family = stored.family();
                batch.add(
                        family.name(),
                        FamilyChanges.loginOrNull(family),
                        family.address(),
                        family.postcode(),
                        family.city(),
                        family.dependents(),
                        FamilyChanges.centsOrNull(family.income()),
                        family.incomeOn(),
                        stored.id());
            }
        }
        try (Batch batch =
                Batch.of(database, database.dsl().deleteFrom(GUARDIAN).where(GUARDIAN.FAMILY_ID.eq(0L)))) {
            changed.forEach(stored -> batch.add(stored.id()));
        }
    }

    private void updateChildren(List<Child> changed) {
        if (changed.isEmpty()) {
            return;
        }
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
            changed.forEach(child -> batch.add(
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

    @Override
    public void close() {
        batches.values().forEach(Batch::close);
    }
}
