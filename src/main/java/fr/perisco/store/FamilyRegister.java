package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * All families and children that the office knows, by their codes, read at once as they stand on one day.
 *
 * @param links which child has which family
 * @param left those of them that do not hold on the day
 */
public record FamilyRegister(
        Map<String, KnownFamily> families, Map<String, KnownChild> children, Set<Link> links, Set<Link> left) {
    /** What a family is read from. */
    static final List<Field<?>> FAMILY_FIELDS = List.of(
            FAMILY.ID,
            FAMILY.CODE,
            FAMILY.NAME,
            FAMILY.ADDRESS,
            FAMILY.POSTCODE,
            FAMILY.CITY,
            FAMILY.DEPENDENTS,
            FAMILY.INCOME_CENTS,
            FAMILY.INCOME_ON);

    /** What a child is read from. */
    static final List<Field<?>> SCHOOLING_FIELDS =
            List.of(SCHOOL.CODE, CHILD_SCHOOLING.CLASS, CHILD_SCHOOLING.LEVEL, CHILD_SCHOOLING.IS_BRINGING_MEAL);

    static final List<Field<?>> CHILD_FIELDS = List.of(
            CHILD.ID,
            CHILD.CODE,
            CHILD.LAST_NAME,
            CHILD.FIRST_NAME,
            CHILD.BIRTH_ON,
            CHILD.SEX,
            CHILD.DIET,
            CHILD.VACCINES_UNTIL_ON,
            CHILD.INE);

    /**
     * @param resident whether the family lives in the town on that day
     * @param quotients its dated records, in the order in which they were made
     * @param invoicedThrough its last month with an invoice; null when there is none
     */
    public record KnownFamily(
            long id,
            Family family,
            boolean resident,
            List<FamilyQuotient> quotients,
            @Nullable YearMonth invoicedThrough) {
        /** The record made last for a date. */
        public Optional<FamilyQuotient> quotientOf(LocalDate quotientFrom) {
            return quotients.stream()
                    .filter(record -> record.quotientFrom().equals(quotientFrom))
                    .reduce((earlier, later) -> later);
        }
    }

    public record KnownChild(Child child, Schooling schooling) {}

    public record Link(long familyId, long childId) {}

    /** Whether the office knows no family yet. */
    public static boolean isEmpty(Database database) {
        return database.nextId(FAMILY.ID) == 1;
    }

    public static FamilyRegister read(Database database, LocalDate today) {
        Map<String, KnownFamily> families = new LinkedHashMap<>();
        Map<Long, Guardian[]> guardians = guardians(database, DSL.noCondition());
        Map<Long, Boolean> residents = residents(database, today);
        Map<Long, List<FamilyQuotient>> quotients = quotients(database);
        Map<Long, YearMonth> invoicedThrough = invoicedThrough(database);
        Rows.each(database, database.dsl().select(FAMILY_FIELDS).from(FAMILY).orderBy(FAMILY.ID), row -> {
            long id = row.getLong(1);
            Family family = family(row, guardians.getOrDefault(id, new Guardian[2]));
            families.put(
                    family.code(),
                    new KnownFamily(
                            id,
                            family,
                            residents.getOrDefault(id, true),
                            quotients.getOrDefault(id, List.of()),
                            invoicedThrough.get(id)));
        });
        return new FamilyRegister(families, children(database, today), links(database), left(database, today));
    }

    /** The family in columns 2 to 9, in the order of {@link #FAMILY_FIELDS}. */
    static Family family(ResultSet row, @Nullable Guardian[] guardians) throws SQLException {
        Long dependents = Rows.longOrNull(row, 7);
        Long income = Rows.longOrNull(row, 8);
        return new Family(
                row.getString(2),
                row.getString(3),
                guardians[0] == null ? new Guardian(1, "", "", "", "", "") : guardians[0],
                guardians[1],
                row.getString(4),
                row.getString(5),
                row.getString(6),
                dependents == null ? null : dependents.intValue(),
                income == null ? null : Money.ofCents(income),
                Rows.dayOrNull(row, 9));
    }

    /** The guardians by their families, the reference guardian first. */
    static Map<Long, Guardian[]> guardians(Database database, Condition condition) {
        Map<Long, Guardian[]> guardians = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                GUARDIAN.FAMILY_ID,
                                GUARDIAN.RANK,
                                GUARDIAN.CIVILITY,
                                GUARDIAN.LAST_NAME,
                                GUARDIAN.FIRST_NAME,
                                GUARDIAN.EMAIL,
                                GUARDIAN.PHONE)
                        .from(GUARDIAN)
                        .where(condition),
                row -> {
                    int rank = row.getInt(2);
                    guardians.computeIfAbsent(row.getLong(1), id -> new Guardian[2])[rank - 1] = new Guardian(
                            rank,
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7));
                });
        return guardians;
    }

    /** As the latest record until the day says; before the first record, as the first one says. */
    private static Map<Long, Boolean> residents(Database database, LocalDate today) {
        Map<Long, Boolean> residents = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON, FAMILY_RESIDENCY.IS_RESIDENT)
                        .from(FAMILY_RESIDENCY)
                        .orderBy(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON),
                row -> {
                    if (!Rows.day(row, 2).isAfter(today)) {
                        residents.put(row.getLong(1), row.getBoolean(3));
                    } else {
                        residents.putIfAbsent(row.getLong(1), row.getBoolean(3));
                    }
                });
        return residents;
    }

    private static Map<Long, List<FamilyQuotient>> quotients(Database database) {
        Map<Long, List<FamilyQuotient>> quotients = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                FAMILY_QUOTIENT.FAMILY_ID,
                                FAMILY_QUOTIENT.ID,
                                FAMILY_QUOTIENT.QUOTIENT_FROM_ON,
                                FAMILY_QUOTIENT.COUNTS_FROM_ON,
                                FAMILY_QUOTIENT.QUOTIENT_CENTS)
                        .from(FAMILY_QUOTIENT)
                        .orderBy(FAMILY_QUOTIENT.ID),
                row -> quotients
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                        .add(new FamilyQuotient(
                                row.getLong(2), Rows.day(row, 3), Rows.day(row, 4), Money.ofCents(row.getLong(5)))));
        return quotients;
    }

    private static Map<Long, YearMonth> invoicedThrough(Database database) {
        Map<Long, YearMonth> months = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(INVOICE.FAMILY_ID, DSL.max(INVOICE.MONTH))
                        .from(INVOICE)
                        .where(Standing.isTrue())
                        .groupBy(INVOICE.FAMILY_ID),
                row -> months.put(row.getLong(1), YearMonth.of(row.getInt(2) / 100, row.getInt(2) % 100)));
        return months;
    }

    private static Map<String, KnownChild> children(Database database, LocalDate today) {
        Map<Long, Schooling> schoolings = schoolings(database, today);
        Map<String, KnownChild> children = new LinkedHashMap<>();
        Rows.each(database, database.dsl().select(CHILD_FIELDS).from(CHILD).orderBy(CHILD.ID), row -> {
            Child child = child(row);
            children.put(child.code(), new KnownChild(child, schoolings.getOrDefault(child.id(), Schooling.NONE)));
        });
        return children;
    }

    /** The child in the first columns, in the order of {@link #CHILD_FIELDS}. */
    static Child child(ResultSet row) throws SQLException {
        return new Child(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Rows.dayOrNull(row, 5),
                row.getString(6),
                row.getString(7),
                Rows.dayOrNull(row, 8),
                row.getString(9));
    }

    /** What the columns from one on say, in the order of {@link #SCHOOLING_FIELDS}. */
    static Schooling schooling(ResultSet row, int column) throws SQLException {
        String school = row.getString(column);
        return new Schooling(
                school == null ? "" : school,
                row.getString(column + 1),
                Level.parse(row.getString(column + 2)).orElse(null),
                row.getBoolean(column + 3));
    }

    /** As the latest record until the day says; before the first record, as the first one says. */
    private static Map<Long, Schooling> schoolings(Database database, LocalDate today) {
        Map<Long, Schooling> schoolings = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD_SCHOOLING.CHILD_ID, CHILD_SCHOOLING.FROM_ON)
                        .select(SCHOOLING_FIELDS)
                        .from(CHILD_SCHOOLING)
                        .leftJoin(SCHOOL)
                        .on(SCHOOL.ID.eq(CHILD_SCHOOLING.SCHOOL_ID))
                        .orderBy(CHILD_SCHOOLING.CHILD_ID, CHILD_SCHOOLING.FROM_ON),
                row -> {
                    Schooling schooling = schooling(row, 3);
                    if (!Rows.day(row, 2).isAfter(today)) {
                        schoolings.put(row.getLong(1), schooling);
                    } else {
                        schoolings.putIfAbsent(row.getLong(1), schooling);
                    }
                });
        return schoolings;
    }

    /** Which child belongs to which family on the day. */
    public Set<Link> current() {
        Set<Link> current = new HashSet<>(links);
        current.removeAll(left);
        return current;
    }

    private static Set<Link> left(Database database, LocalDate today) {
        Set<Link> left = new HashSet<>();
        new MembershipStore(database)
                .byFamily()
                .forEach((family, children) -> children.forEach((child, membership) -> {
                    if (!membership.isOn(today)) {
                        left.add(new Link(family, child));
                    }
                }));
        return left;
    }

    private static Set<Link> links(Database database) {
        Set<Link> links = new HashSet<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID)
                        .from(CHILD_FAMILY),
                row -> links.add(new Link(row.getLong(1), row.getLong(2))));
        return links;
    }
}
