package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.RegistrationCsv;
import fr.perisco.exchange.csv.RegistrationCsv.RegistrationRow;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads a registrations file: every row is judged before any is written. */
public final class RegistrationImport {
    private final Office office;
    private final RegistrationStore store;
    private final List<Registration> added = new ArrayList<>();
    private final List<ImportReport.Difference> differences = new ArrayList<>();
    private int changed;
    private int unchanged;

    public RegistrationImport(Office office) {
        this.office = office;
        this.store = new RegistrationStore(office.database());
    }

    /**
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public ImportReport load(ImportFile file) {
        Parsed<RegistrationRow> parsed = RegistrationCsv.read(file.content(), file.source(), file.charset());
        return office.act("import registrations", null, journal -> {
            Judge judge = new Judge(parsed);
            parsed.legibleRows().forEach(judge::judge);
            file.requireLoadable(parsed);
            judge.outcomes.forEach((row, outcome) -> {
                if (!parsed.isRejected(row)) {
                    keep(row.good(), outcome, journal);
                }
            });
            store.insert(added, journal);
            file.writeRejected(parsed, office);
            return new ImportReport(
                    List.of(new ImportReport.Counts(
                            "registrations",
                            added.size(),
                            changed,
                            unchanged,
                            0,
                            parsed.rejectedRows().size())),
                    differences,
                    parsed.faults(),
                    parsed.unknownColumns());
        });
    }

    private void keep(RegistrationRow row, Outcome outcome, Journal journal) {
        Registration after = outcome.after();
        Optional<Registration> before = outcome.before();
        String name = row.child() + " " + row.activity() + " " + row.from();
        if (before.isEmpty()) {
            added.add(after);
            differences.add(new ImportReport.Difference(
                    ImportReport.Difference.NEW, "registration", name, "", null, after.to()));
        } else if (before.get().to().equals(after.to())) {
            unchanged++;
        } else {
            changed++;
            store.end(before.get(), after.to());
            journal.changed("registration", name, "to", before.get().to(), after.to());
            differences.add(new ImportReport.Difference(
                    ImportReport.Difference.CHANGED,
                    "registration",
                    name,
                    "to",
                    before.get().to(),
                    after.to()));
        }
    }

    /** What a row asks for, and the registration of the same child, activity, family and first day. */
    private record Outcome(Optional<Registration> before, Registration after) {}

    /** Judges rows against the office and against each other. */
    private final class Judge {
        private final Parsed<RegistrationRow> parsed;
        private final Map<Parsed.Row<RegistrationRow>, Outcome> outcomes = new LinkedHashMap<>();
        private final Map<String, Activity> activities = new HashMap<>();
        private final Map<String, Long> children;
        private final Map<String, Long> families;
        private final Map<Long, List<Long>> familiesByChild;
        private final Map<Long, SchoolHistory> schools;
        private final Map<Long, List<Registration>> known;

        Judge(Parsed<RegistrationRow> parsed) {
            this.parsed = parsed;
            RollStore roll = new RollStore(office.database());
            children = roll.children();
            families = roll.families();
            familiesByChild = roll.familiesByChild();
            schools = roll.schools();
            known = store.byChild();
            new SetupStore(office.database())
                    .activities()
                    .forEach(activity -> activities.put(activity.code(), activity));
        }

        /** Fields that have a fault of their own are passed over, so that all faults of a row are found at once. */
        void judge(Parsed.Row<RegistrationRow> row) {
            RegistrationRow asked = row.legible();
            Long child = children.get(asked.child());
            Activity activity = activities.get(asked.activity());
            if (child == null && !parsed.isFaulty(row, "child")) {
                parsed.fault(row, "child", "import.unknown-child", asked.child());
            }
            if (activity == null && !parsed.isFaulty(row, "activity")) {
                parsed.fault(row, "activity", "import.unknown-activity", asked.activity());
            }
            Optional<Long> family = child == null ? Optional.empty() : payer(row, child);
            if (activity != null && !parsed.isFaulty(row, "from") && !parsed.isFaulty(row, "to")) {
                judgeDays(row, child, activity);
            }
            if (child != null && activity != null && family.isPresent() && !parsed.isRejected(row)) {
                judgeOverlap(
                        row,
                        new Registration(
                                0,
                                child,
                                family.get(),
                                activity.id(),
                                asked.from(),
                                asked.to(),
                                RegistrationState.ACCEPTED));
            }
        }

        private Optional<Long> payer(Parsed.Row<RegistrationRow> row, long child) {
            if (parsed.isFaulty(row, "family")) {
                return Optional.empty();
            }
            String code = row.legible().family();
            List<Long> own = familiesByChild.getOrDefault(child, List.of());
            if (code.isEmpty()) {
                if (own.size() != 1) {
                    parsed.fault(
                            row, "family", "import.which-family", row.legible().child(), own.size());
                    return Optional.empty();
                }
                return Optional.of(own.get(0));
            }
            Long family = families.get(code);
            if (family == null || !own.contains(family)) {
                parsed.fault(
                        row,
                        "family",
                        "import.not-its-family",
                        code,
                        row.legible().child());
                return Optional.empty();
            }
            return Optional.of(family);
        }

        private void judgeDays(Parsed.Row<RegistrationRow> row, @Nullable Long child, Activity activity) {
            RegistrationRow asked = row.legible();
            if (asked.to().isBefore(activity.from()) || asked.from().isAfter(activity.to())) {
                parsed.fault(row, "from", "import.outside-activity", activity.code(), activity.from(), activity.to());
            }
            String school = activity.schoolCode();
            if (school != null
                    && child != null
                    && !schools.getOrDefault(child, SchoolHistory.NONE).isEverAt(school, asked.from(), asked.to())) {
                parsed.fault(row, "activity", "import.other-school", activity.code(), school);
            }
        }

        private void judgeOverlap(Parsed.Row<RegistrationRow> row, Registration after) {
            List<Registration> own = known.computeIfAbsent(after.childId(), id -> new ArrayList<>(2));
            Optional<Registration> same = Optional.empty();
            for (Registration other : own) {
                if (other.activityId() != after.activityId() || other.familyId() != after.familyId()) {
                    continue;
                }
                if (other.from().equals(after.from()) && other.id() != 0) {
                    same = Optional.of(other);
                } else if (other.overlaps(after.from(), after.to())) {
                    parsed.fault(row, "from", "import.registration-overlap", other.from(), other.to());
                    return;
                }
            }
            same.ifPresent(own::remove);
            own.add(after);
            outcomes.put(row, new Outcome(same, after));
        }
    }
}
