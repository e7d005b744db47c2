package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.FAMILY;
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
import org.jspecify.annotations.Nullable;

/**
 * What is to be written about families and children. Rows to insert are kept as the values that the engine takes, so that they
 * can be gathered while those before them are written.
 */
public final class FamilyChanges {
    record StoredFamily(long id, Family family) {}

    record DatedQuotient(long familyId, LocalDate quotientFrom, LocalDate countsFrom, Money quotient) {}

    private final Database database;
    private final Map<String, Long> schools;
    final BoundRows newFamilies;
    final BoundRows guardians;
    final BoundRows residences;
    final BoundRows newChildren;
    final BoundRows links;
    final BoundRows schoolings;
    final List<StoredFamily> changedFamilies = new ArrayList<>();
    final List<DatedQuotient> quotients = new ArrayList<>();
    final List<Child> changedChildren = new ArrayList<>();
    final List<Long> mendedBirths = new ArrayList<>();
    private final List<FieldChange> fields = new ArrayList<>();
    private long nextFamilyId;
    private long nextChildId;

    public FamilyChanges(Database database) {
        this(
                database,
                database.dsl().select(SCHOOL.CODE, SCHOOL.ID).from(SCHOOL).fetchMap(SCHOOL.CODE, SCHOOL.ID),
                database.nextId(FAMILY.ID),
                database.nextId(CHILD.ID));
    }

    private FamilyChanges(Database database, Map<String, Long> schools, long nextFamilyId, long nextChildId) {
        this.database = database;
        this.schools = schools;
        this.newFamilies = new BoundRows(database.engine());
        this.guardians = new BoundRows(database.engine());
        this.residences = new BoundRows(database.engine());
        this.newChildren = new BoundRows(database.engine());
        this.links = new BoundRows(database.engine());
        this.schoolings = new BoundRows(database.engine());
        this.nextFamilyId = nextFamilyId;
        this.nextChildId = nextChildId;
    }

    /** Where to gather what is to be written after this, which is complete. */
    public FamilyChanges next() {
        return new FamilyChanges(database, schools, nextFamilyId, nextChildId);
    }

    /** The key that the new family gets. */
    public long add(Family family) {
        long id = nextFamilyId++;
        newFamilies.add(
                id,
                family.code(),
                family.name(),
                loginOrNull(family),
                family.address(),
                family.postcode(),
                family.city(),
                family.dependents(),
                centsOrNull(family.income()),
                family.incomeOn());
        addGuardians(id, family);
        return id;
    }

    public void change(long id, Family family) {
        changedFamilies.add(new StoredFamily(id, family));
        addGuardians(id, family);
    }

    private void addGuardians(long familyId, Family family) {
        add(familyId, family.guardian());
        Guardian second = family.second();
        if (second != null) {
            add(familyId, second);
        }
    }

    private void add(long familyId, Guardian guardian) {
        guardians.add(
                familyId,
                guardian.rank(),
                guardian.civility(),
                guardian.lastName(),
                guardian.firstName(),
                guardian.email(),
                guardian.phone());
    }

    /** A record of the same day is replaced. */
    public void residence(long familyId, LocalDate from, boolean resident) {
        residences.add(familyId, from, resident);
    }

    public void quotient(long familyId, LocalDate quotientFrom, LocalDate countsFrom, Money quotient) {
        quotients.add(new DatedQuotient(familyId, quotientFrom, countsFrom, quotient));
    }

    /** The key that the new child gets. */
    public long add(Child child) {
        long id = nextChildId++;
        newChildren.add(
                id,
                child.code(),
                child.lastName(),
                child.firstName(),
                child.birthOn(),
                child.sex(),
                child.diet(),
                child.vaccinesUntil(),
                child.ine());
        return id;
    }

    public void change(Child child) {
        changedChildren.add(child);
    }

    /** A child's birth date was another one: its age was too, on every day. */
    public void birthMended(long childId) {
        mendedBirths.add(childId);
    }

    public void link(Link link) {
        links.add(link.familyId(), link.childId());
    }

    /** A record of the same day is replaced. */
    public void schooling(long childId, LocalDate from, Schooling schooling) {
        schoolings.add(
                childId,
                from,
                schools.get(schooling.school()),
                schooling.schoolClass(),
                schooling.levelName(),
                schooling.bringsMeal());
    }

    public void audit(FieldChange change) {
        fields.add(change);
    }

    public List<FieldChange> audited() {
        return fields;
    }

    /** Writes all of it; nothing at all where nothing was gathered. */
    public void save(Journal journal) {
        try (FamilyWriter writer = new FamilyWriter(database, journal)) {
            writer.write(this);
        }
    }

    boolean haveTerms() {
        return !quotients.isEmpty() || !residences.isEmpty() || !schoolings.isEmpty() || !mendedBirths.isEmpty();
    }

    static @Nullable String loginOrNull(Family family) {
        return family.login().isEmpty() ? null : family.login();
    }

    static @Nullable Long centsOrNull(@Nullable Money amount) {
        return amount == null ? null : amount.cents();
    }
}
