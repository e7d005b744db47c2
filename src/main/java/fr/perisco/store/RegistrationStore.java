package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.REGISTRATION;

import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.store.generated.tables.Family;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Registrations of children for activities. */
public final class RegistrationStore {
    private static final Family PAYER = FAMILY.as("payer");

    /**
     * A registration with the codes and names that lists show.
     *
     * @param reason why it was refused; empty when it was not
     */
    public record Named(
            Registration registration,
            String child,
            String childName,
            String family,
            String familyName,
            String activity,
            String label,
            String reason) {}

    private final Database database;

    public RegistrationStore(Database database) {
        this.database = database;
    }

    /** Every registration by child, each child's in the order of their first days. */
    public Map<Long, List<Registration>> byChild() {
        Map<Long, List<Registration>> registrations = new HashMap<>();
        each(
                DSL.noCondition(),
                row -> registrations
                        .computeIfAbsent(row.childId(), id -> new ArrayList<>(4))
                        .add(row));
        return registrations;
    }

    /** The registrations for these activities by child, each child's in the order of their first days. */
    public Map<Long, List<Registration>> byChild(Collection<Long> activityIds) {
        Map<Long, List<Registration>> registrations = new HashMap<>();
        each(
                REGISTRATION.ACTIVITY_ID.in(activityIds),
                row -> registrations
                        .computeIfAbsent(row.childId(), id -> new ArrayList<>(4))
                        .add(row));
        return registrations;
    }

    /** One child's registrations in the order of their first days. */
    public List<Registration> ofChild(long childId) {
        List<Registration> registrations = new ArrayList<>();
        each(REGISTRATION.CHILD_ID.eq(childId), registrations::add);
        return registrations;
    }

    /** The registrations of a family's children, whoever pays. */
    List<Registration> ofFamilyChildren(long familyId) {
        List<Registration> registrations = new ArrayList<>();
        each(
                REGISTRATION.CHILD_ID.in(DSL.select(CHILD_FAMILY.CHILD_ID)
                        .from(CHILD_FAMILY)
                        .where(CHILD_FAMILY.FAMILY_ID.eq(familyId))),
                registrations::add);
        return registrations;
    }

    /** These children's registrations, each child's in the order of their first days. */
    public List<Registration> ofChildren(Collection<Long> childIds) {
        List<Registration> registrations = new ArrayList<>();
        each(REGISTRATION.CHILD_ID.in(childIds), registrations::add);
        return registrations;
    }

    private void each(Condition condition, Consumer<Registration> consumer) {
        Map<String, LocalDate> days = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                REGISTRATION.ID,
                                REGISTRATION.CHILD_ID,
                                REGISTRATION.FAMILY_ID,
                                REGISTRATION.ACTIVITY_ID,
                                REGISTRATION.FROM_ON,
                                REGISTRATION.TO_ON,
                                REGISTRATION.STATE)
                        .from(REGISTRATION)
                        .where(condition)
                        .orderBy(
                                REGISTRATION.CHILD_ID, REGISTRATION.ACTIVITY_ID, REGISTRATION.FROM_ON, REGISTRATION.ID),
                row -> consumer.accept(new Registration(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        days.computeIfAbsent(row.getString(5), LocalDate::parse),
                        days.computeIfAbsent(row.getString(6), LocalDate::parse),
                        RegistrationState.ofCode(row.getString(7)))));
    }

    /**
     * Registrations with their names, in the order of children and activities.
     *
     * @param child a child's code; null for all, and so are the others
     */
    public List<Named> named(
            @Nullable String child, @Nullable String family, @Nullable String activity, @Nullable String state) {
        return named(equal(CHILD.CODE, child)
                .and(equal(FAMILY.CODE, family))
                .and(equal(ACTIVITY.CODE, activity))
                .and(equal(REGISTRATION.STATE, state)));
    }

    /** The same, of the registrations that a family ever pays for, alone or besides another. */
    public List<Named> paidBy(
            @Nullable String child, @Nullable String family, @Nullable String activity, @Nullable String state) {
        Condition paid = family == null
                ? DSL.noCondition()
                : SharingStore.isPaidByOneOf(DSL.select(PAYER.ID).from(PAYER).where(PAYER.CODE.eq(family)));
        return named(equal(CHILD.CODE, child)
                .and(paid)
                .and(equal(ACTIVITY.CODE, activity))
                .and(equal(REGISTRATION.STATE, state)));
    }

    /** These registrations with their names. */
    public List<Named> named(Collection<Long> ids) {
        return named(REGISTRATION.ID.in(ids));
    }

    private static Condition equal(Field<String> field, @Nullable String value) {
        return value == null ? DSL.noCondition() : field.eq(value);
    }

    private List<Named> named(Condition condition) {
        List<Named> rows = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                REGISTRATION.ID,
                                REGISTRATION.CHILD_ID,
                                REGISTRATION.FAMILY_ID,
                                REGISTRATION.ACTIVITY_ID,
                                REGISTRATION.FROM_ON,
                                REGISTRATION.TO_ON,
                                REGISTRATION.STATE,
                                CHILD.CODE,
                                CHILD.LAST_NAME,
                                CHILD.FIRST_NAME,
                                FAMILY.CODE,
                                FAMILY.NAME,
                                ACTIVITY.CODE,
                                ACTIVITY.LABEL,
                                DSL.coalesce(REGISTRATION.REASON, ""))
                        .from(REGISTRATION)
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(REGISTRATION.FAMILY_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(REGISTRATION.ACTIVITY_ID))
                        .where(condition)
                        .orderBy(CHILD.CODE, ACTIVITY.ID, REGISTRATION.FROM_ON, REGISTRATION.ID),
                row -> rows.add(new Named(
                        new Registration(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                Rows.day(row, 5),
                                Rows.day(row, 6),
                                RegistrationState.ofCode(row.getString(7))),
                        row.getString(8),
                        (row.getString(9) + " " + row.getString(10)).strip(),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14),
                        row.getString(15))));
        return rows;
    }

    /** Keeps new registrations; their ids are drawn here. */
    public void insert(List<Registration> added, Journal journal) {
        if (added.isEmpty()) {
            return;
        }
        long actId = journal.actId();
        long id = database.nextId(REGISTRATION.ID);
        try (Batch batch = Batch.insert(
                database,
                REGISTRATION,
                REGISTRATION.ID,
                REGISTRATION.CHILD_ID,
                REGISTRATION.FAMILY_ID,
                REGISTRATION.ACTIVITY_ID,
                REGISTRATION.FROM_ON,
                REGISTRATION.TO_ON,
                REGISTRATION.STATE,
                REGISTRATION.ACT_ID)) {
            for (Registration row : added) {
                batch.add(
                        id++,
                        row.childId(),
                        row.familyId(),
                        row.activityId(),
                        row.from(),
                        row.to(),
                        row.state().code(),
                        actId);
            }
        }
        new AdjustmentStore(database).ranksChanged(added);
    }

    /**
     * Keeps what was decided on a registration.
     *
     * @param reason why it is refused; null when it is accepted
     */
    public void decide(Registration decided, @Nullable String reason) {
        database.dsl()
                .update(REGISTRATION)
                .set(REGISTRATION.STATE, decided.state().code())
                .set(REGISTRATION.REASON, reason)
                .where(REGISTRATION.ID.eq(decided.id()))
                .execute();
        new AdjustmentStore(database).ranksChanged(List.of(decided));
    }

    public void end(Registration registration, LocalDate lastDay) {
        database.dsl()
                .update(REGISTRATION)
                .set(REGISTRATION.TO_ON, lastDay)
                .where(REGISTRATION.ID.eq(registration.id()))
                .execute();
        LocalDate latest = registration.to().isAfter(lastDay) ? registration.to() : lastDay;
        new AdjustmentStore(database).ranksChanged(List.of(registration.until(latest)));
    }
}
