package fr.perisco.workflow;

import fr.perisco.domain.family.Merge;
import fr.perisco.domain.family.School;
import fr.perisco.exchange.csv.FamilyCsv;
import fr.perisco.exchange.csv.FamilyCsv.FamilyRow;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.store.DepartureStore;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyWriter;
import fr.perisco.store.Journal;
import fr.perisco.store.MergeStore;
import fr.perisco.store.SetupStore;
import fr.perisco.workflow.ImportReport.Difference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads a families file: every row is judged before any is written. */
public final class FamilyImport {
    private static final String ACT = "import families";

    private final Office office;

    public FamilyImport(Office office) {
        this.office = office;
    }

    /**
     * @param retroactive whether a quotient counts from its own date, in months that are invoiced already too
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public FamilyReport load(ImportFile file, boolean retroactive) {
        Set<String> schools = office.read(() -> new SetupStore(office.database())
                .schools().stream().map(School::code).collect(Collectors.toCollection(LinkedHashSet::new)));
        Parsed<FamilyRow> parsed =
                FamilyCsv.read(file.content(), file.source(), file.charset(), office.today(), schools);
        Supplier<List<Row<FamilyRow>>> inOrder = inOrderOfFamilies(parsed);
        FamilyFileCheck check = new FamilyFileCheck(parsed);
        check.judgeRows();
        Function<Journal, FamilyReport> loading = journal -> {
            FamilyRegister register = FamilyRegister.read(office.database(), office.today());
            List<Merge> merges = new MergeStore(office.database()).all();
            check.judgeMerged(merges);
            ErasureStore erasures = new ErasureStore(office.database());
            Set<String> erasedFamilies = erasures.families();
            Set<String> erasedChildren = erasures.children();
            check.judgeErased(erasedFamilies, erasedChildren);
            check.judgeLogins(register);
            file.requireLoadable(parsed);

            Set<String> missing = Stream.of("dependents", "income", "income_on", "level", "own_meal")
                    .filter(column -> !parsed.has(column))
                    .collect(Collectors.toSet());
            FamilyNotices notices = new FamilyNotices(parsed);
            DepartedGuardians departed =
                    new DepartedGuardians(notices, new DepartureStore(office.database()).byFamily());
            FamilyComparison comparison = new FamilyComparison(
                    register,
                    new FamilyChanges(office.database()),
                    office.today(),
                    retroactive,
                    missing,
                    departed,
                    notices);
            try (FamilyWriter writer = new FamilyWriter(office.database(), journal)) {
                comparison.compare(inOrder.get(), writer::write);
            }
            file.writeRejected(parsed, office);
            Set<String> ended = new HashSet<>(erasedFamilies);
            merges.forEach(merge -> ended.add(merge.family()));
            Absence absence = Absence.of(parsed, register, ended, erasedChildren);
            return new FamilyReport(report(parsed, absence, comparison), notices.all());
        };
        return office.read(() -> FamilyRegister.isEmpty(office.database()))
                ? office.actInBulk(ACT, loading.andThen(this::withReferences))
                : office.act(ACT, null, loading);
    }

    private FamilyReport withReferences(FamilyReport report) {
        FamilyWriter.requireReferences(office.database());
        return report;
    }

    /** Indexes grow at their end then, which is quicker, and the same families are stored alike whatever a file's order. */
    private static Supplier<List<Row<FamilyRow>>> inOrderOfFamilies(Parsed<FamilyRow> parsed) {
        CompletableFuture<List<Row<FamilyRow>>> ordered = CompletableFuture.supplyAsync(() -> parsed.goodRows().stream()
                .map(row -> new Placed(row.good().family().code(), row))
                .sorted(Comparator.comparing(Placed::family))
                .map(Placed::row)
                .toList());
        return () ->
                ordered.join().stream().filter(row -> !parsed.isRejected(row)).toList();
    }

    /** What is compared again and again stands beside its row, not three steps behind it. */
    private record Placed(String family, Row<FamilyRow> row) {}

    private static ImportReport report(Parsed<FamilyRow> parsed, Absence absence, FamilyComparison comparison) {
        List<Difference> differences = new ArrayList<>(comparison.differences());
        differences.addAll(absence.differences());
        return new ImportReport(
                List.of(
                        comparison.families(absence.families(), rejectedFamilies(parsed)),
                        comparison.children(
                                absence.children(), parsed.rejectedRows().size())),
                differences,
                parsed.faults(),
                parsed.unknownColumns());
    }

    /** The families of which no row could be loaded. */
    private static int rejectedFamilies(Parsed<FamilyRow> parsed) {
        if (parsed.faults().isEmpty()) {
            return 0;
        }
        Set<String> rejected = new HashSet<>();
        for (Row<FamilyRow> row : parsed.rejectedRows()) {
            FamilyRow read = row.reading();
            rejected.add(read == null ? "line " + row.line() : read.family().code());
        }
        parsed.acceptedRows().forEach(row -> rejected.remove(row.good().family().code()));
        return rejected.size();
    }

    /** What the office knows and still keeps, and the file does not name, not even in a row that was set aside. */
    private record Absence(int families, int children, List<Difference> differences) {
        /**
         * @param endedFamilies the codes of those that were erased or merged into another
         * @param erasedChildren their codes
         */
        static Absence of(
                Parsed<FamilyRow> parsed,
                FamilyRegister register,
                Set<String> endedFamilies,
                Set<String> erasedChildren) {
            if (register.families().isEmpty()) {
                return new Absence(0, 0, List.of());
            }
            Set<String> families = new HashSet<>();
            Set<String> children = new HashSet<>();
            Set<String> pairs = new HashSet<>();
            for (Row<FamilyRow> row : parsed.rows()) {
                FamilyRow read = row.reading();
                if (read != null) {
                    families.add(read.family().code());
                    children.add(read.child().code());
                    pairs.add(read.family().code() + " " + read.child().code());
                }
            }
            List<Difference> differences = new ArrayList<>();
            Map<Long, String> familyCodes = new HashMap<>();
            register.families().forEach((code, known) -> {
                familyCodes.put(known.id(), code);
                if (!families.contains(code) && !endedFamilies.contains(code)) {
                    differences.add(vanished("family", code, "", known.family().name()));
                }
            });
            int vanishedFamilies = differences.size();
            Map<Long, String> childCodes = new HashMap<>();
            register.children().forEach((code, known) -> {
                childCodes.put(known.child().id(), code);
                if (!children.contains(code) && !erasedChildren.contains(code)) {
                    differences.add(vanished("child", code, "", known.child().fullName()));
                }
            });
            int vanishedChildren = differences.size() - vanishedFamilies;
            register.current().forEach(link -> {
                String family = familyCodes.getOrDefault(link.familyId(), "");
                String child = childCodes.getOrDefault(link.childId(), "");
                if (families.contains(family) && children.contains(child) && !pairs.contains(family + " " + child)) {
                    differences.add(vanished("child", child, "family", family));
                }
            });
            return new Absence(vanishedFamilies, vanishedChildren, differences);
        }

        private static Difference vanished(String kind, String code, String field, String before) {
            return new Difference(Difference.VANISHED, kind, code, field, before, null);
        }
    }
}
