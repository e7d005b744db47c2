package fr.perisco.workflow;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Schooling;
import fr.perisco.exchange.csv.FamilyCsv.FamilyRow;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyRegister.KnownChild;
import fr.perisco.store.FamilyRegister.KnownFamily;
import fr.perisco.store.FamilyRegister.Link;
import fr.perisco.workflow.ImportReport.Counts;
import fr.perisco.workflow.ImportReport.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Compares the rows of a families file with what the office knows, and gathers what is to be written.
 *
 * <p>What is new counts from the first day of the school year, or from the quotient's date where that is earlier, so that the
 * months before the file came can still be invoiced; what changes counts from today.
 */
final class FamilyComparison {
    /** Rows that are compared while those before them are written: few at first, for nothing is written meanwhile. */
    private static final int FIRST_PORTION = 1_000;

    private static final int LARGEST_PORTION = 25_000;

    private final FamilyRegister register;
    private final LocalDate today;
    private final boolean retroactive;
    private final Set<String> missingColumns;
    private final DepartedGuardians departed;
    private final FamilyNotices notices;
    private final List<Difference> differences = new ArrayList<>();
    private final Map<String, Long> familyIds = new HashMap<>();
    private final Map<String, Long> childIds = new HashMap<>();
    private FamilyChanges changes;
    private int newFamilies;
    private int changedFamilies;
    private int newChildren;
    private final Set<String> changedChildren = new HashSet<>();

    FamilyComparison(
            FamilyRegister register,
            FamilyChanges changes,
            LocalDate today,
            boolean retroactive,
            Set<String> missingColumns,
            DepartedGuardians departed,
            FamilyNotices notices) {
        this.register = register;
        this.changes = changes;
        this.today = today;
        this.retroactive = retroactive;
        this.missingColumns = missingColumns;
        this.departed = departed;
        this.notices = notices;
    }

    /**
     * Compares rows, in their order and beside what goes on meanwhile: a portion while the one before is written.
     *
     * @param write takes what is to be written, portion by portion; all of it together where families are known, for one may
     *     take the login that another gives up in a later row
     */
    void compare(List<Row<FamilyRow>> rows, Consumer<FamilyChanges> write) {
        int size = register.families().isEmpty() ? FIRST_PORTION : rows.size();
        CompletableFuture<FamilyChanges> next = portion(rows, 0, size);
        for (int from = size; from < rows.size(); from += size) {
            FamilyChanges complete = next.join();
            size = Math.min(2 * size, LARGEST_PORTION);
            next = portion(rows, from, size);
            write.accept(complete);
        }
        write.accept(next.join());
    }

    private CompletableFuture<FamilyChanges> portion(List<Row<FamilyRow>> rows, int from, int size) {
        return CompletableFuture.supplyAsync(() -> compared(rows.subList(from, Math.min(from + size, rows.size()))));
    }

    private FamilyChanges compared(List<Row<FamilyRow>> rows) {
        rows.forEach(this::add);
        FamilyChanges complete = changes;
        changes = complete.next();
        return complete;
    }

    private void add(Row<FamilyRow> accepted) {
        FamilyRow row = accepted.good();
        Long familyId = familyIds.get(row.family().code());
        if (familyId == null) {
            familyId = family(accepted);
            familyIds.put(row.family().code(), familyId);
        }
        Long childId = childIds.get(row.child().code());
        List<FieldChange> fields = new ArrayList<>();
        boolean known = register.children().containsKey(row.child().code());
        if (childId == null) {
            childId = child(accepted, fields);
            childIds.put(row.child().code(), childId);
        }
        Link link = new Link(familyId, childId);
        if (!register.links().contains(link)) {
            changes.link(link);
            if (known) {
                fields.add(new FieldChange(
                        "child",
                        row.child().code(),
                        "family",
                        null,
                        row.family().code()));
            }
        }
        if (note(fields)) {
            changedChildren.add(row.child().code());
        }
    }

    private long family(Row<FamilyRow> accepted) {
        FamilyRow row = accepted.good();
        KnownFamily known = register.families().get(row.family().code());
        if (known == null) {
            return newFamily(row);
        }
        Family told = missingColumns.isEmpty() ? row.family() : row.family().keeping(known.family(), missingColumns);
        Family family = departed.keepOut(accepted, told, known.family());
        if (!family.equals(told)) {
            told.changesSince(family).forEach(field -> differences.add(difference(Difference.DIFFERS, field)));
        }
        List<FieldChange> fields = new ArrayList<>();
        if (!family.equals(known.family())) {
            changes.change(known.id(), family);
            notices.ofLogin(accepted, known.family(), family);
            fields.addAll(family.changesSince(known.family()));
        }
        if (row.resident() != known.resident()) {
            changes.residence(known.id(), today, row.resident());
            fields.add(new FieldChange(
                    "family", family.code(), "resident", yesNo(known.resident()), yesNo(row.resident())));
        }
        quotient(known, row, fields);
        if (note(fields)) {
            changedFamilies++;
        }
        return known.id();
    }

    private long newFamily(FamilyRow row) {
        long id = changes.add(row.family());
        LocalDate since = SchoolYear.of(today).firstDay();
        LocalDate quotientFrom = row.quotientFrom();
        if (quotientFrom != null && row.quotient() != null) {
            changes.quotient(id, quotientFrom, quotientFrom, row.quotient());
            since = quotientFrom.isBefore(since) ? quotientFrom : since;
        }
        changes.residence(id, since, row.resident());
        newFamilies++;
        differences.add(new Difference(
                Difference.NEW,
                "family",
                row.family().code(),
                "",
                null,
                row.family().name()));
        return id;
    }

    private void quotient(KnownFamily known, FamilyRow row, List<FieldChange> fields) {
        if (row.quotientFrom() != null && row.quotient() != null) {
            new QuotientDating(changes, retroactive)
                    .add(known, row.quotientFrom(), row.quotient())
                    .ifPresent(fields::add);
        }
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }

    private long child(Row<FamilyRow> accepted, List<FieldChange> fields) {
        FamilyRow row = accepted.good();
        Child read = row.child();
        KnownChild known = register.children().get(read.code());
        if (known == null) {
            long id = changes.add(read);
            if (!row.schooling().equals(Schooling.NONE)) {
                changes.schooling(id, SchoolYear.of(today).firstDay(), row.schooling());
            }
            newChildren++;
            differences.add(new Difference(Difference.NEW, "child", read.code(), "", null, new Name(read)));
            return id;
        }
        Child child = read.withId(known.child().id()).withIne(known.child().ine());
        if (!child.equals(known.child())) {
            changes.change(child);
            notices.ofOtherChild(accepted, known.child(), child);
            if (!Objects.equals(child.birthOn(), known.child().birthOn())) {
                changes.birthMended(child.id());
            }
            fields.addAll(child.changesSince(known.child()));
        }
        Schooling schooling = row.schooling().keeping(known.schooling(), missingColumns);
        if (!schooling.equals(known.schooling())) {
            changes.schooling(child.id(), today, schooling);
            fields.addAll(schooling.changesSince(known.schooling(), child.code()));
        }
        return child.id();
    }

    /** A child's name, put together only if somebody reads it: a first file has a hundred thousand of them. */
    private record Name(Child child) {
        @Override
        public String toString() {
            return child.fullName();
        }
    }

    private boolean note(List<FieldChange> fields) {
        for (FieldChange field : fields) {
            changes.audit(field);
            differences.add(difference(Difference.CHANGED, field));
        }
        return !fields.isEmpty();
    }

    private static Difference difference(String change, FieldChange field) {
        return new Difference(change, field.subject(), field.code(), field.field(), field.before(), field.after());
    }

    Counts families(int vanished, int rejected) {
        int unchanged = familyIds.size() - newFamilies - changedFamilies;
        return new Counts("families", newFamilies, changedFamilies, unchanged, vanished, rejected);
    }

    Counts children(int vanished, int rejected) {
        int unchanged = childIds.size() - newChildren - changedChildren.size();
        return new Counts("children", newChildren, changedChildren.size(), unchanged, vanished, rejected);
    }

    List<Difference> differences() {
        return differences;
    }
}
