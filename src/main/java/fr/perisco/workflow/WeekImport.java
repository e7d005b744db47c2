package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reservation.RevisedWeek;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.WeeksCsv;
import fr.perisco.exchange.csv.WeeksCsv.WeekRow;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TypicalWeekStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads a file of typical weeks: keeps each as a rule, and books what it names. */
public final class WeekImport {
    /** What became of the rules, and of the days that they name. */
    public record Report(ImportReport rules, WeekRecap days) {}

    private record Key(long childId, long unitId, LocalDate from) {}

    private final Office office;
    private final TypicalWeekStore store;

    public WeekImport(Office office) {
        this.office = office;
        this.store = new TypicalWeekStore(office.database());
    }

    /**
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public Report load(ImportFile file) {
        Parsed<WeekRow> parsed = WeeksCsv.read(file.content(), file.source(), file.charset());
        return office.act("import weeks", null, journal -> {
            SetupStore setup = new SetupStore(office.database());
            RollStore roll = new RollStore(office.database());
            List<Unit> units = setup.units();
            Map<TypicalWeek, String> rules = judged(parsed, units, roll);
            file.requireLoadable(parsed);
            Kept kept = keep(rules, journal);
            WeekRecap days = new TypicalWeekBooking(
                            office,
                            journal,
                            units,
                            setup.calendar(),
                            new RegistrationStore(office.database()).byChild(),
                            roll.schools())
                    .book(List.copyOf(rules.keySet()), kept.revised(), null);
            file.writeRejected(parsed, office);
            return new Report(
                    new ImportReport(
                            List.of(kept.counts(parsed.rejectedRows().size())),
                            kept.differences(),
                            parsed.faults(),
                            parsed.unknownColumns()),
                    days);
        });
    }

    /** The rules that the rows without faults tell, in the order of the file, each with the name that lists give it. */
    private static Map<TypicalWeek, String> judged(Parsed<WeekRow> parsed, List<Unit> units, RollStore roll) {
        Map<String, Unit> unitByName = new HashMap<>();
        units.forEach(unit -> unitByName.put(unit.activity().code() + " " + unit.code(), unit));
        Map<String, Long> children = roll.children();
        Map<String, Long> families = roll.families();
        Map<Key, Long> lines = new HashMap<>();
        Map<TypicalWeek, String> rules = new LinkedHashMap<>();
        for (var row : parsed.goodRows()) {
            WeekRow asked = row.good();
            Long child = children.get(asked.child());
            Unit unit = unitByName.get(asked.activity() + " " + asked.unit());
            if (child == null) {
                parsed.fault(row, "child", "import.unknown-child", asked.child());
            }
            if (unit == null) {
                parsed.fault(row, "unit", "import.unknown-unit", asked.unit(), asked.activity());
            }
            @Nullable Long family = asked.family().isEmpty() ? null : families.get(asked.family());
            if (!asked.family().isEmpty() && family == null) {
                parsed.fault(row, "family", "import.not-its-family", asked.family(), asked.child());
            }
            if (child != null && unit != null && !parsed.isRejected(row)) {
                Long before = lines.putIfAbsent(new Key(child, unit.id(), asked.from()), row.line());
                if (before != null) {
                    parsed.fault(row, "from", "import.week-twice", before);
                } else {
                    rules.put(
                            new TypicalWeek(
                                    child, unit.id(), family, asked.from(), asked.to(), asked.days(), asked.weeks()),
                            nameOf(asked.child(), unit, asked.from()));
                }
            }
        }
        return rules;
    }

    /** How lists and the audit trail name a rule: by what it is known by. */
    static String nameOf(String child, Unit unit, LocalDate from) {
        return String.join(" ", child, unit.activity().code(), unit.code(), from.toString());
    }

    /** What became of the rules themselves. */
    record Kept(int added, int unchanged, List<RevisedWeek> revised, List<ImportReport.Difference> differences) {
        ImportReport.Counts counts(int rejected) {
            return new ImportReport.Counts("typical weeks", added, revised.size(), unchanged, 0, rejected);
        }
    }

    Kept keep(Map<TypicalWeek, String> rules, Journal journal) {
        Map<Key, TypicalWeek> known = new HashMap<>();
        store.all().forEach(rule -> known.put(keyOf(rule), rule));
        List<TypicalWeek> added = new ArrayList<>();
        List<TypicalWeek> former = new ArrayList<>();
        List<ImportReport.Difference> differences = new ArrayList<>();
        rules.forEach((rule, name) -> {
            TypicalWeek before = known.put(keyOf(rule), rule);
            if (before == null) {
                added.add(rule);
                differences.add(
                        new ImportReport.Difference(ImportReport.Difference.NEW, "typical-week", name, "", null, rule));
            } else if (!before.equals(rule)) {
                former.add(before);
                store.replace(rule);
                journal.changed("typical-week", name, "rule", before, rule);
                differences.add(new ImportReport.Difference(
                        ImportReport.Difference.CHANGED, "typical-week", name, "rule", before, rule));
            }
        });
        store.insert(added, journal);
        return new Kept(
                added.size(),
                rules.size() - added.size() - former.size(),
                revised(former, known.values()),
                differences);
    }

    private static List<RevisedWeek> revised(List<TypicalWeek> former, Collection<TypicalWeek> inForce) {
        if (former.isEmpty()) {
            return List.of();
        }
        Map<List<Long>, List<TypicalWeek>> byChildAndUnit =
                inForce.stream().collect(Collectors.groupingBy(rule -> List.of(rule.childId(), rule.unitId())));
        return former.stream()
                .map(before -> new RevisedWeek(
                        before, byChildAndUnit.getOrDefault(List.of(before.childId(), before.unitId()), List.of())))
                .toList();
    }

    private static Key keyOf(TypicalWeek rule) {
        return new Key(rule.childId(), rule.unitId(), rule.from());
    }
}
