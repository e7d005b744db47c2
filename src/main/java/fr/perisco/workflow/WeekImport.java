package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            List<TypicalWeek> rules = judged(parsed, units, roll);
            file.requireLoadable(parsed);
            ImportReport.Counts counts = keep(rules, parsed.rejectedRows().size(), journal);
            WeekRecap days = new TypicalWeekBooking(
                            office,
                            journal,
                            units,
                            setup.calendar(),
                            new RegistrationStore(office.database()).byChild(),
                            roll.schools())
                    .book(rules, null);
            file.writeRejected(parsed, office);
            return new Report(
                    new ImportReport(List.of(counts), List.of(), parsed.faults(), parsed.unknownColumns()), days);
        });
    }

    private List<TypicalWeek> judged(Parsed<WeekRow> parsed, List<Unit> units, RollStore roll) {
        Map<String, Unit> unitByName = new HashMap<>();
        units.forEach(unit -> unitByName.put(unit.activity().code() + " " + unit.code(), unit));
        Map<String, Long> children = roll.children();
        Map<String, Long> families = roll.families();
        Map<Key, Long> lines = new HashMap<>();
        List<TypicalWeek> rules = new ArrayList<>();
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
                    rules.add(new TypicalWeek(
                            child, unit.id(), family, asked.from(), asked.to(), asked.days(), asked.weeks()));
                }
            }
        }
        return rules;
    }

    ImportReport.Counts keep(List<TypicalWeek> rules, int rejected, Journal journal) {
        Map<Key, TypicalWeek> known = new HashMap<>();
        store.all().forEach(rule -> known.put(keyOf(rule), rule));
        List<TypicalWeek> added = new ArrayList<>();
        int changed = 0;
        for (TypicalWeek rule : rules) {
            TypicalWeek before = known.get(keyOf(rule));
            if (before == null) {
                added.add(rule);
            } else if (!before.equals(rule)) {
                changed++;
                store.replace(rule);
                journal.changed("typical-week", Objects.toString(keyOf(rule)), "rule", before, rule);
            }
        }
        store.insert(added, journal);
        int unchanged = rules.size() - added.size() - changed;
        return new ImportReport.Counts("typical weeks", added.size(), changed, unchanged, 0, rejected);
    }

    private static Key keyOf(TypicalWeek rule) {
        return new Key(rule.childId(), rule.unitId(), rule.from());
    }
}
