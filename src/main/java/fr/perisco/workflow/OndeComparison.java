package fr.perisco.workflow;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.CodeSequence;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.Merge;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import fr.perisco.store.DepartureStore;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.ExtractedContactStore;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyRegister.KnownChild;
import fr.perisco.store.FamilyRegister.KnownFamily;
import fr.perisco.store.FamilyRegister.Link;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MergeStore;
import fr.perisco.store.SetupStore;
import fr.perisco.workflow.GuardianHomes.Home;
import fr.perisco.workflow.GuardianLinks.OtherClass;
import fr.perisco.workflow.ImportReport.Counts;
import fr.perisco.workflow.ImportReport.Difference;
import fr.perisco.workflow.PupilMatching.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares an extraction's pupils and guardians with what the office knows, and gathers what is to be written. What is new counts
 * from the first day of the school year, what changes from today.
 */
final class OndeComparison {
    private final Parsed<Pupil> pupils;
    private final @Nullable Parsed<NamedGuardian> guardians;
    private final @Nullable GuardianLinks links;
    private final LocalDate today;
    private final FamilyRegister register;
    private final FamilyChanges changes;
    private final ExtractedContactStore contactStore;
    private final ExtractedContacts contacts;
    private final KnownHomes known;
    private final GuardianHomes homes;
    private final ClassSchools schools;
    private final PupilMatching matching;
    private final OtherGuardians others;
    private final Set<String> erasedChildren;
    private final CodeSequence childCodes;
    private final String town;

    private final List<Difference> differences = new ArrayList<>();
    private final List<InputFault> setAside = new ArrayList<>();
    private final List<InputFault> notices = new ArrayList<>();
    private final List<Row<Pupil>> waiting = new ArrayList<>();
    private final Map<String, Integer> withoutSchool = new TreeMap<>();
    private final Map<String, Integer> keptSchool = new TreeMap<>();
    private final Set<String> meant = new HashSet<>();
    private final Set<String> coveredSchools = new HashSet<>();
    private final boolean isOfOneSchool;
    private final Set<Long> seenFamilies = new HashSet<>();
    private int newFamilies;
    private int outside;
    private int newChildren;
    private int changedChildren;
    private int unchangedChildren;
    private int vanished;

    /**
     * @param guardians null where there is no file of them
     * @param school the school of all pupils; null where their classes decide
     */
    OndeComparison(
            Office office, Parsed<Pupil> pupils, @Nullable Parsed<NamedGuardian> guardians, @Nullable String school) {
        this.pupils = pupils;
        this.guardians = guardians;
        this.links = guardians == null ? null : new GuardianLinks(pupils, guardians);
        this.today = office.today();
        this.register = FamilyRegister.read(office.database(), today);
        this.changes = new FamilyChanges(office.database());
        this.contactStore = new ExtractedContactStore(office.database());
        this.contacts = new ExtractedContacts(register, contactStore.all());
        Set<String> merged = new MergeStore(office.database())
                .all().stream().map(Merge::family).collect(Collectors.toSet());
        List<KnownFamily> goingOn = register.families().values().stream()
                .filter(family -> !merged.contains(family.family().code()))
                .toList();
        this.known = new KnownHomes(register, goingOn);
        this.matching = new PupilMatching(register.children().values());
        this.others = new OtherGuardians(
                guardians == null ? "" : guardians.source(),
                guardians == null ? Map.of() : new DepartureStore(office.database()).byFamily());
        this.schools = new ClassSchools(register.children().values(), school);
        this.erasedChildren = new ErasureStore(office.database()).children();
        FamilyStore codes = new FamilyStore(office.database());
        this.childCodes = CodeSequence.behind(codes.childCodesEver(), "E");
        this.homes = new GuardianHomes(goingOn, CodeSequence.behind(codes.familyCodesEver(), "F"), changes::add);
        this.town = NameKey.of(new SetupStore(office.database()).settings().get("office.city"));
        this.isOfOneSchool = school != null;
        if (school != null) {
            coveredSchools.add(school);
        }
        compare();
    }

    private void compare() {
        FileHomonyms homonyms = new FileHomonyms(pupils.goodRows());
        Map<Row<Pupil>, Found> found = new LinkedHashMap<>();
        Map<String, List<Row<Pupil>>> rowsOfChild = new HashMap<>();
        for (Row<Pupil> row : pupils.legibleRows()) {
            Found match = matching.find(row.legible());
            meant.addAll(match.candidates());
            if (pupils.isRejected(row)) {
                meant.addAll(matching.namesakes(row.legible()));
                judgeHeld(row, homonyms.doubts().get(row.line()));
                continue;
            }
            if (homonyms.isRepeated(row)) {
                continue;
            }
            found.put(row, match);
            KnownChild child = match.child();
            if (child != null) {
                rowsOfChild
                        .computeIfAbsent(child.child().code(), code -> new ArrayList<>(1))
                        .add(row);
            }
        }
        rowsOfChild.forEach((code, rows) -> {
            if (rows.size() > 1) {
                homonyms.doubt(rows, "onde.match-twice", code);
            }
        });
        learnFamilies(found, homonyms);
        found.forEach((row, match) -> judge(row, match, homonyms.doubts().get(row.line())));
        noteVanished();
        contacts.families().forEach((id, family) -> {
            changes.change(id, family);
            contacts.changesOf(id, family).forEach(this::changed);
        });
        differences.addAll(contacts.differing());
        noteGuardians();
        waiting.forEach(this::hold);
    }

    /** What can be said of a row that waits for another one already. */
    private void judgeHeld(Row<Pupil> row, @Nullable Reason doubt) {
        if (doubt != null) {
            setAside(row, doubt);
        }
        if (row.value() != null) {
            noteLevel(row);
        }
    }

    /** Keeps a pupil that was set aside for the files of rejected rows, with the guardians who name it. */
    private void hold(Row<Pupil> row) {
        pupils.hold(row);
        if (guardians != null && links != null) {
            links.naming(row.good()).forEach(guardians::hold);
        }
    }

    private void noteLevel(Row<Pupil> row) {
        Pupil pupil = row.good();
        if (pupil.level() == null && !pupil.writtenLevel().isEmpty()) {
            notice(row, Reason.of("onde.level", pupil.fullName(), pupil.writtenLevel()));
        }
    }

    /** Which families the guardians of known children are in: their other children belong there too. */
    private void learnFamilies(Map<Row<Pupil>, Found> found, FileHomonyms homonyms) {
        found.forEach((row, match) -> {
            KnownChild child = match.child();
            if (child != null && !homonyms.doubts().containsKey(row.line())) {
                guardiansOf(row.good()).forEach(guardian -> known.learn(guardian, child.child()));
            }
        });
    }

    private void judge(Row<Pupil> row, Found match, @Nullable Reason doubt) {
        Pupil pupil = row.good();
        Reason open = doubt == null ? match.doubt() : doubt;
        if (open != null) {
            setAside(row, open);
            return;
        }
        boolean isLoaded = true;
        KnownChild child = match.child();
        if (child == null) {
            isLoaded = add(row);
        } else {
            change(pupil, child);
        }
        if (isLoaded) {
            noteLevel(row);
        }
    }

    private void change(Pupil pupil, KnownChild stored) {
        Child before = stored.child();
        Child child = mended(before, pupil);
        List<FieldChange> fields = new ArrayList<>();
        if (!child.equals(before)) {
            changes.change(child);
            if (!Objects.equals(child.birthOn(), before.birthOn())) {
                changes.birthMended(child.id());
            }
            fields.addAll(child.changesSince(before));
        }
        Schooling was = stored.schooling();
        Schooling schooling = schooling(pupil, was);
        if (!schooling.equals(was)) {
            changes.schooling(child.id(), today, schooling);
            fields.addAll(schooling.changesSince(was, child.code()));
        }
        boolean isHigher = isHigher(ClassSchools.levelOf(was), schooling.level());
        fields.forEach(field -> {
            changes.audit(field);
            boolean movedUp = isHigher && field.field().equals("level");
            differences.add(difference(movedUp ? Difference.MOVED_UP : Difference.CHANGED, field));
        });
        if (fields.isEmpty()) {
            unchangedChildren++;
        } else {
            changedChildren++;
        }
        for (long family : known.familiesOf(child)) {
            seenFamilies.add(family);
            guardiansOf(pupil).forEach(guardian -> contacts.add(family, guardian));
        }
        rowsOfGuardians(pupil).forEach(row -> others.judge(row, pupil, known.homesOf(child)));
    }

    /** The child as the pupil's row tells of it; another way to write the same name is no other name. */
    private static Child mended(Child before, Pupil pupil) {
        String lastName = sameName(before.lastName(), pupil.name()) ? before.lastName() : pupil.name();
        String firstName = sameName(before.firstName(), pupil.firstName()) ? before.firstName() : pupil.firstName();
        return new Child(
                before.id(),
                before.code(),
                lastName,
                firstName,
                pupil.birthOn(),
                before.sex().isEmpty() ? pupil.sex() : before.sex(),
                before.diet(),
                before.vaccinesUntil(),
                pupil.ine().isEmpty() ? before.ine() : pupil.ine());
    }

    private static boolean sameName(String one, String other) {
        return NameKey.of(one).equals(NameKey.of(other));
    }

    private static boolean isHigher(@Nullable Level before, @Nullable Level after) {
        return before != null && after != null && after.compareTo(before) > 0;
    }

    /** School, class and level as the row tells them; what it leaves empty stays as it was. */
    private Schooling schooling(Pupil pupil, Schooling before) {
        String school = schools.of(pupil, before);
        if (schools.isDoubtful(pupil, before)) {
            keptSchool.merge(pupil.schoolClass(), 1, Integer::sum);
        }
        if (school.isEmpty()) {
            withoutSchool.merge(pupil.schoolClass(), 1, Integer::sum);
        } else {
            coveredSchools.add(school);
        }
        return new Schooling(
                school,
                pupil.schoolClass().isEmpty() ? before.schoolClass() : pupil.schoolClass(),
                pupil.level() == null ? before.level() : pupil.level(),
                before.bringsMeal());
    }

    /** Whether the child could be added to a family. */
    private boolean add(Row<Pupil> row) {
        Pupil pupil = row.good();
        GuardianLinks naming = links;
        if (naming == null) {
            return setAside(row, Reason.of("onde.needs-guardians", pupil.fullName()));
        }
        if (naming.isHomonym(pupil)) {
            return setAside(row, Reason.of("onde.guardians-of-homonyms", pupil.fullName()));
        }
        PupilGuardians its = new PupilGuardians(pupil, naming.of(pupil));
        if (its.rows().isEmpty()) {
            List<Row<NamedGuardian>> others = naming.ofOtherClass(pupil);
            return setAside(
                    row,
                    others.isEmpty()
                            ? Reason.of("onde.no-guardian", pupil.fullName())
                            : Reason.of("onde.only-other-class", pupil.fullName(), lines(others), pupil.schoolClass()));
        }
        if (its.isAmbiguous()) {
            return setAside(row, Reason.of("onde.homonyms-of-guardians", pupil.fullName(), lines(its.rows())));
        }
        Home home = homes.of(pupil, its.rows(), known.of(its.rows().get(0).good()));
        Family family = home.family();
        if (family == null) {
            return setAside(row, Objects.requireNonNull(home.doubt()));
        }
        String other = known.childNamed(home.familyId(), pupil);
        if (other != null) {
            return setAside(row, Reason.of("onde.same-name", pupil.fullName(), family.code(), other));
        }
        addTo(row, home, family);
        its.rows().stream()
                .filter(guardian -> !home.elsewhere().contains(guardian.good()))
                .forEach(guardian -> others.judge(guardian, pupil, List.of(family)));
        return true;
    }

    private void addTo(Row<Pupil> row, Home home, Family family) {
        Pupil pupil = row.good();
        if (home.isNew()) {
            boolean resident = town.isEmpty()
                    || family.city().isEmpty()
                    || NameKey.of(family.city()).equals(town);
            changes.residence(home.familyId(), SchoolYear.of(today).firstDay(), resident);
            contacts.made(home.familyId(), family);
            newFamilies++;
            outside += resident ? 0 : 1;
            differences.add(new Difference(Difference.NEW, "family", family.code(), "", null, family.name()));
        } else {
            seenFamilies.add(home.familyId());
            guardiansOf(pupil).forEach(guardian -> contacts.add(home.familyId(), guardian));
        }
        Child child = new Child(
                0,
                childCodes.next(),
                pupil.name(),
                pupil.firstName(),
                pupil.birthOn(),
                pupil.sex(),
                "",
                null,
                pupil.ine());
        long id = changes.add(child);
        changes.link(new Link(home.familyId(), id));
        known.add(home.familyId(), child);
        Schooling schooling = schooling(pupil, Schooling.NONE);
        if (!schooling.equals(Schooling.NONE)) {
            changes.schooling(id, SchoolYear.of(today).firstDay(), schooling);
        }
        newChildren++;
        differences.add(new Difference(Difference.NEW, "child", child.code(), "", null, child.fullName()));
        home.elsewhere()
                .forEach(left ->
                        notice(row, Reason.of("onde.elsewhere", pupil.fullName(), left.fullName(), family.code())));
    }

    private static String lines(List<Row<NamedGuardian>> rows) {
        return rows.stream().map(Row::line).sorted().map(Object::toString).collect(Collectors.joining(", "));
    }

    private List<NamedGuardian> guardiansOf(Pupil pupil) {
        return rowsOfGuardians(pupil).stream().map(Row::good).toList();
    }

    private List<Row<NamedGuardian>> rowsOfGuardians(Pupil pupil) {
        return links == null ? List.of() : links.of(pupil);
    }

    /**
     * Children at the schools that the files tell of, not erased, and whom no row could mean, not even one that was set aside. Files of
     * all schools tell of children without a school too.
     */
    private void noteVanished() {
        register.children().forEach((code, stored) -> {
            String at = stored.schooling().school();
            boolean covered = at.isEmpty() ? !isOfOneSchool : coveredSchools.contains(at);
            if (covered && !meant.contains(code) && !erasedChildren.contains(code)) {
                vanished++;
                differences.add(new Difference(
                        Difference.VANISHED, "child", code, "", stored.child().fullName(), null));
            }
        });
    }

    private void noteGuardians() {
        if (guardians != null && links != null) {
            for (OtherClass other : links.otherClasses()) {
                Row<NamedGuardian> row = other.row();
                Reason reason = Reason.of(
                        "onde.other-class",
                        row.good().fullName(),
                        other.child().fullName(),
                        other.child().schoolClass(),
                        other.schoolClass());
                notices.add(new InputFault(guardians.source(), row.line(), 0, reason));
            }
            notices.addAll(others.notices());
            links.ofHomonyms()
                    .forEach((row, child) -> notices.add(new InputFault(
                            guardians.source(),
                            row.line(),
                            0,
                            Reason.of("onde.guardian-of-homonyms", row.good().fullName(), child.fullName()))));
            for (Row<NamedGuardian> row : guardians.goodRows()) {
                NamedGuardian guardian = row.good();
                if (!guardian.email().equals(guardian.writtenEmail())) {
                    Reason reason = Reason.of("onde.email", guardian.fullName(), guardian.writtenEmail());
                    notices.add(new InputFault(guardians.source(), row.line(), 0, reason));
                }
            }
        }
    }

    private void changed(FieldChange field) {
        changes.audit(field);
        differences.add(difference(Difference.CHANGED, field));
    }

    private static Difference difference(String change, FieldChange field) {
        return new Difference(change, field.subject(), field.code(), field.field(), field.before(), field.after());
    }

    private boolean setAside(Row<Pupil> row, Reason reason) {
        meant.addAll(matching.namesakes(row.good()));
        waiting.add(row);
        setAside.add(new InputFault(pupils.source(), row.line(), 0, reason));
        return false;
    }

    private void notice(Row<Pupil> row, Reason reason) {
        notices.add(new InputFault(pupils.source(), row.line(), 0, reason));
    }

    void save(Journal journal) {
        changes.save(journal);
        contactStore.save(contacts.taken(), journal);
    }

    /**
     * @param held what is to be told of rows that wait with a rejected one
     */
    OndeReport report(List<InputFault> held) {
        seenFamilies.removeAll(contacts.families().keySet());
        int rejectedGuardians = guardians == null ? 0 : guardians.rejectedRows().size();
        List<InputFault> faults = new ArrayList<>(pupils.faults());
        List<String> unknown = new ArrayList<>(pupils.unknownColumns());
        if (guardians != null) {
            faults.addAll(guardians.faults());
            unknown.addAll(guardians.unknownColumns());
        }
        ImportReport report = new ImportReport(
                List.of(
                        new Counts(
                                "families",
                                newFamilies,
                                contacts.families().size(),
                                seenFamilies.size(),
                                0,
                                rejectedGuardians),
                        new Counts(
                                "children",
                                newChildren,
                                changedChildren,
                                unchangedChildren,
                                vanished,
                                pupils.rejectedRows().size())),
                differences,
                faults,
                unknown);
        setAside.sort(InputFault.AS_THEY_STAND);
        return new OndeReport(report, held, setAside, notices, remarks());
    }

    private List<Reason> remarks() {
        List<Reason> remarks = new ArrayList<>();
        withoutSchool.forEach((label, count) -> remarks.add(Reason.of("onde.no-school", label, count)));
        keptSchool.forEach((label, count) -> remarks.add(Reason.of("onde.kept-school", label, count)));
        if (!contacts.differing().isEmpty()) {
            remarks.add(Reason.of("onde.differing", contacts.differing().size()));
        }
        if (newFamilies > 0) {
            remarks.add(Reason.of("onde.new-families", newFamilies, outside));
        }
        long strangers = links == null ? 0 : links.withoutPupil();
        if (strangers > 0) {
            remarks.add(Reason.of("onde.strangers", strangers));
        }
        return remarks;
    }
}
