package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reservation.PortalWeek;
import fr.perisco.domain.reservation.RevisedWeek;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.WeeksCsv;
import fr.perisco.exchange.csv.WeeksCsv.WeekRow;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RequestInbox;
import fr.perisco.store.RequestStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TypicalWeekStore;
import fr.perisco.workflow.ImportReport.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads a file of typical weeks: keeps each as a rule, and books what it names. */
public final class WeekImport {
    /**
     * What became of the rules, and of the days that they name.
     *
     * @param offers to whom the places went that were freed
     * @param isUnchanged whether neither a rule nor a day is other than before
     * @param debts why families were not booked for that owe too much
     * @param requested how many requests wait to be judged, when the file may hold some
     */
    public record Report(
            ImportReport rules,
            WeekRecap days,
            List<PlaceOffer> offers,
            List<Reason> debts,
            boolean isUnchanged,
            int requested) {
        public Report {
            offers = List.copyOf(offers);
            debts = List.copyOf(debts);
        }
    }

    /**
     * A rule to keep.
     *
     * @param name the codes of its child, activity and unit, and its first day
     */
    record Named(String name, TypicalWeek rule) {
        static Named of(String child, String activity, String unit, TypicalWeek rule) {
            return new Named(child + " " + activity + " " + unit + " " + rule.from(), rule);
        }
    }

    private static final Comparator<PortalWeek> BY_MOMENT = Comparator.comparing(PortalWeek::submittedAt);

    private record Key(long childId, long unitId, LocalDate from) {}

    private final Office office;
    private final TypicalWeekStore store;
    private final List<Difference> differences = new ArrayList<>();

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
            Rulebook setup = new Rulebook(office);
            RollStore roll = new RollStore(office.database());
            List<Named> rules = new Judge(parsed, new SetupStore(office.database()), setup.units(), roll).judged();
            file.requireLoadable(parsed);
            Kept kept = keep(rules, store.all(), journal);
            TypicalWeekBooking booking = new TypicalWeekBooking(
                    office,
                    journal,
                    new DayRequestStore.Wish(office.now(), null, true, true),
                    setup,
                    new RegistrationStore(office.database()).byChild(),
                    roll.schools());
            WeekRecap days = booking.book(rules.stream().map(Named::rule).toList(), kept.revised(), null);
            List<ImportReport.Counts> counts = new ArrayList<>();
            counts.add(kept.counts(parsed.rejectedRows().size()));
            if (parsed.has("submitted_at")) {
                counts.add(file(parsed, journal));
            }
            file.writeRejected(parsed, office);
            return new Report(
                    new ImportReport(counts, differences, parsed.faults(), parsed.unknownColumns()),
                    days,
                    booking.offers(),
                    booking.debts(),
                    journal.isEmpty(),
                    parsed.has("submitted_at") ? new RequestStore(office.database()).countUndecided() : 0);
        });
    }

    /** Keeps the rows that families asked for until they are judged. */
    private ImportReport.Counts file(Parsed<WeekRow> parsed, Journal journal) {
        List<PortalWeek> asked = parsed.acceptedRows().stream()
                .map(Row::good)
                .filter(WeekRow::isAskedFor)
                .map(WeekRow::asRequest)
                .toList();
        RequestInbox inbox = new RequestInbox(office.database());
        Set<PortalWeek> added = new LinkedHashSet<>(asked);
        if (!asked.isEmpty()) {
            added.removeAll(inbox.knownWeeks(
                    Collections.min(asked, BY_MOMENT).submittedAt(),
                    Collections.max(asked, BY_MOMENT).submittedAt()));
        }
        inbox.insertWeeks(List.copyOf(added), journal);
        added.forEach(week -> differences.add(new Difference(
                Difference.NEW,
                "week-request",
                String.join(
                        " ",
                        week.child(),
                        week.activity(),
                        week.unit(),
                        week.from().toString(),
                        week.submittedAt().toString(),
                        week.login()),
                "",
                null,
                "days=" + week.weekdays() + " to=" + week.to() + " weeks="
                        + week.weeks().code())));
        return new ImportReport.Counts("week requests", added.size(), 0, asked.size() - added.size(), 0, 0);
    }

    /** Judges rows against the office and against each other; fields that have a fault of their own are passed over. */
    private static final class Judge {
        private final Parsed<WeekRow> parsed;
        private final Set<String> activities = new HashSet<>();
        private final Map<String, Unit> units = new HashMap<>();
        private final Map<String, Long> children;
        private final Map<String, Long> families;
        private final Map<Long, Map<Long, String>> familiesByChild;
        private final Map<Key, Long> lines = new HashMap<>();

        Judge(Parsed<WeekRow> parsed, SetupStore setup, List<Unit> units, RollStore roll) {
            this.parsed = parsed;
            setup.activities().forEach(activity -> activities.add(activity.code()));
            units.forEach(unit -> this.units.put(unit.activity().code() + " " + unit.code(), unit));
            children = roll.children();
            boolean namesFamilies = parsed.has("family");
            families = namesFamilies ? roll.families() : Map.of();
            familiesByChild = namesFamilies ? roll.familiesByChild() : Map.of();
        }

        List<Named> judged() {
            List<Named> rules = new ArrayList<>();
            for (Row<WeekRow> row : parsed.legibleRows()) {
                WeekRow asked = row.legible();
                if (asked.isAskedFor()) {
                    continue;
                }
                Long child = children.get(asked.child());
                if (child == null && !parsed.isFaulty(row, "child")) {
                    parsed.fault(row, "child", "import.unknown-child", asked.child());
                }
                Unit unit = unit(row, asked);
                Long family = child == null ? null : family(row, asked, child);
                if (child != null && unit != null && !parsed.isRejected(row)) {
                    Long before = lines.putIfAbsent(new Key(child, unit.id(), asked.from()), row.line());
                    if (before != null) {
                        parsed.fault(row, "from", "import.week-twice", before);
                    } else {
                        rules.add(Named.of(
                                asked.child(),
                                asked.activity(),
                                asked.unit(),
                                new TypicalWeek(
                                        child,
                                        unit.id(),
                                        family,
                                        asked.from(),
                                        asked.to(),
                                        asked.days(),
                                        asked.weeks())));
                    }
                }
            }
            return rules;
        }

        private @Nullable Unit unit(Row<WeekRow> row, WeekRow asked) {
            Unit unit = units.get(asked.activity() + " " + asked.unit());
            if (unit != null || parsed.isFaulty(row, "activity")) {
                return unit;
            }
            if (!activities.contains(asked.activity())) {
                parsed.fault(row, "activity", "import.unknown-activity", asked.activity());
            } else if (!parsed.isFaulty(row, "unit")) {
                parsed.fault(row, "unit", "import.unknown-unit", asked.unit(), asked.activity());
            }
            return null;
        }

        private @Nullable Long family(Row<WeekRow> row, WeekRow asked, long child) {
            if (asked.family().isEmpty() || parsed.isFaulty(row, "family")) {
                return null;
            }
            Long family = families.get(asked.family());
            if (family == null || !familiesByChild.getOrDefault(child, Map.of()).containsKey(family)) {
                parsed.fault(row, "family", "import.not-its-family", asked.family(), asked.child());
            }
            return family;
        }
    }

    /**
     * What became of the rules themselves.
     *
     * @param revised those that say something else than before
     */
    record Kept(int added, int unchanged, List<RevisedWeek> revised) {
        ImportReport.Counts counts(int rejected) {
            return new ImportReport.Counts("typical weeks", added, revised.size(), unchanged, 0, rejected);
        }
    }

    /**
     * Keeps rules.
     *
     * @param stored all that the children of these rules had
     */
    Kept keep(List<Named> rules, List<TypicalWeek> stored, Journal journal) {
        Map<Key, TypicalWeek> known = new HashMap<>();
        stored.forEach(rule -> known.put(keyOf(rule), rule));
        List<TypicalWeek> added = new ArrayList<>();
        List<TypicalWeek> former = new ArrayList<>();
        for (Named named : rules) {
            TypicalWeek rule = named.rule();
            TypicalWeek before = known.put(keyOf(rule), rule);
            if (before == null) {
                added.add(rule);
                differences.add(new Difference(Difference.NEW, "typical-week", named.name(), "", null, written(rule)));
            } else if (!before.equals(rule)) {
                former.add(before);
                store.replace(rule);
                String was = written(before) + paidBy(before);
                String is = written(rule) + paidBy(rule);
                journal.changed("typical-week", named.name(), "rule", was, is);
                differences.add(new Difference(Difference.CHANGED, "typical-week", named.name(), "rule", was, is));
            }
        }
        store.insert(added, journal);
        return new Kept(added.size(), rules.size() - added.size() - former.size(), revised(former, known.values()));
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

    /** By the columns' names. */
    private static String written(TypicalWeek rule) {
        return "days=" + rule.weekdays() + " to=" + rule.to() + " weeks="
                + rule.weeks().code();
    }

    private String paidBy(TypicalWeek rule) {
        Long payer = rule.familyId();
        return payer == null ? "" : " family=" + new FamilyStore(office.database()).familyCode(payer);
    }

    private static Key keyOf(TypicalWeek rule) {
        return new Key(rule.childId(), rule.unitId(), rule.from());
    }
}
