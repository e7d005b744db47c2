package fr.perisco.workflow;

import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.QuotientCsv;
import fr.perisco.exchange.csv.QuotientCsv.QuotientRow;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyRegister.KnownFamily;
import fr.perisco.workflow.ImportReport.Counts;
import fr.perisco.workflow.ImportReport.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loads a quotients file, as the CAF or a spreadsheet gives it each January: every row is judged before any is written. */
public final class QuotientImport {
    private final Office office;

    public QuotientImport(Office office) {
        this.office = office;
    }

    /**
     * A family may have several rows, each of a day of its own. What a cell leaves out of dependents and income stays as it was.
     *
     * @param retroactive whether a quotient counts from its own date, in months that are invoiced already too
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public ImportReport load(ImportFile file, boolean retroactive) {
        Parsed<QuotientRow> parsed = QuotientCsv.read(file.content(), file.source(), file.charset());
        return office.act("import quotients", null, journal -> {
            FamilyRegister register = FamilyRegister.read(office.database(), office.today());
            judge(parsed, register.families(), new ErasureStore(office.database()).families());
            file.requireLoadable(parsed);
            FamilyChanges changes = new FamilyChanges(office.database());
            Loading loading = new Loading(register.families(), changes, retroactive);
            parsed.acceptedRows().stream()
                    .map(Row::good)
                    .sorted(Comparator.comparing(QuotientRow::quotientFrom))
                    .forEach(loading::add);
            loading.keepFamilies();
            changes.save(journal);
            file.writeRejected(parsed, office);
            return new ImportReport(
                    List.of(loading.counts(parsed.rejectedRows().size())),
                    loading.differences,
                    parsed.faults(),
                    parsed.unknownColumns());
        });
    }

    private static void judge(Parsed<QuotientRow> parsed, Map<String, KnownFamily> families, Set<String> erased) {
        Map<String, Long> lineOfRecord = new HashMap<>();
        for (Row<QuotientRow> row : parsed.legibleRows()) {
            QuotientRow read = row.legible();
            if (!parsed.isFaulty(row, "family") && !families.containsKey(read.family())) {
                parsed.fault(row, "family", "import.unknown-family", read.family());
            }
            if (!parsed.isFaulty(row, "family") && erased.contains(read.family())) {
                parsed.fault(row, "family", "families.erased", read.family());
            }
            if (!parsed.isFaulty(row, "family") && !parsed.isFaulty(row, "quotient_from")) {
                Long line = lineOfRecord.putIfAbsent(read.family() + " " + read.quotientFrom(), row.line());
                if (line != null) {
                    parsed.fault(row, "quotient_from", "quotients.twice", line, read.family());
                }
            }
        }
    }

    /** What accepted rows come to, in the order of their days. */
    private static final class Loading {
        private final Map<String, KnownFamily> families;
        private final FamilyChanges changes;
        private final QuotientDating dating;
        private final Map<String, Family> told = new HashMap<>();
        private final List<Difference> differences = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;

        Loading(Map<String, KnownFamily> families, FamilyChanges changes, boolean retroactive) {
            this.families = families;
            this.changes = changes;
            this.dating = new QuotientDating(changes, retroactive);
        }

        void add(QuotientRow row) {
            KnownFamily known = Objects.requireNonNull(families.get(row.family()));
            dating.add(known, row.quotientFrom(), row.quotient())
                    .ifPresentOrElse(
                            change -> {
                                if (change.before() == null) {
                                    added++;
                                } else {
                                    changed++;
                                }
                                note(change);
                            },
                            () -> unchanged++);
            Family before = told.getOrDefault(row.family(), known.family());
            told.put(row.family(), before.withIncome(row.dependents(), row.income(), row.incomeOn()));
        }

        void keepFamilies() {
            told.values().stream().sorted(Comparator.comparing(Family::code)).forEach(family -> {
                KnownFamily known = Objects.requireNonNull(families.get(family.code()));
                if (!family.equals(known.family())) {
                    changes.change(known.id(), family);
                    family.changesSince(known.family()).forEach(this::note);
                }
            });
        }

        private void note(FieldChange change) {
            changes.audit(change);
            differences.add(new Difference(
                    Difference.CHANGED,
                    change.subject(),
                    change.code(),
                    change.field(),
                    change.before(),
                    change.after()));
        }

        Counts counts(int rejected) {
            return new Counts("quotients", added, changed, unchanged, 0, rejected);
        }
    }
}
