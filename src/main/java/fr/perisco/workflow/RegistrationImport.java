package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.registration.Registrant;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationChange;
import fr.perisco.domain.registration.RegistrationDecision;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.registration.RegistrationToAdd;
import fr.perisco.domain.reservation.EndRecap;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.RegistrationCsv;
import fr.perisco.exchange.csv.RegistrationCsv.RegistrationRow;
import fr.perisco.store.Journal;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Loads a registrations file: every row is judged before any is written. */
public final class RegistrationImport {
    /**
     * What became of the registrations, and of what stood after the last days of those that end earlier now.
     *
     * @param offers to whom the places went that were freed
     */
    public record Report(ImportReport registrations, EndRecap afterEnd, List<PlaceOffer> offers) {
        public Report {
            offers = List.copyOf(offers);
        }
    }

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
    public Report load(ImportFile file) {
        Parsed<RegistrationRow> parsed = RegistrationCsv.read(file.content(), file.source(), file.charset());
        return office.act("import registrations", null, journal -> {
            Judge judge = new Judge(parsed);
            parsed.legibleRows().forEach(judge::judge);
            file.requireLoadable(parsed);
            LastDays lastDays = new LastDays(office, journal);
            judge.changes.forEach((row, change) -> {
                if (!parsed.isRejected(row)) {
                    keep(row.good(), change, lastDays);
                }
            });
            store.insert(added, journal);
            if (parsed.has("second_family")) {
                share(judge, journal);
            }
            EndRecap afterEnd = lastDays.settle(false).values().stream().reduce(EndRecap.NOTHING, EndRecap::plus);
            file.writeRejected(parsed, office);
            ImportReport registrations = new ImportReport(
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
            return new Report(registrations, afterEnd, lastDays.offers());
        });
    }

    private void keep(RegistrationRow row, RegistrationChange change, LastDays lastDays) {
        Registration after = change.after();
        String name = LastDays.name(row.child(), row.activity(), row.from());
        if (change.isNew()) {
            added.add(after);
            differences.add(new ImportReport.Difference(
                    ImportReport.Difference.NEW, "registration", name, "", null, after.to()));
        } else if (change.isNothing()) {
            unchanged++;
        } else {
            Registration before = change.before().orElseThrow();
            changed++;
            lastDays.move(before, name, after.to());
            differences.add(new ImportReport.Difference(
                    ImportReport.Difference.CHANGED, "registration", name, "to", before.to(), after.to()));
        }
    }

    /** Lets the second families pay that the file names, from the first day of each registration. */
    private void share(Judge judge, Journal journal) {
        RegistrationSharing sharing = new RegistrationSharing(office);
        judge.changes.keySet().stream()
                .filter(row ->
                        !judge.parsed.isRejected(row) && !row.good().second().isEmpty())
                .forEach(row -> {
                    RegistrationRow read = row.good();
                    RegistrationSharing.Order order = new RegistrationSharing.Order(
                            read.child(),
                            read.activity(),
                            judge.payer(row),
                            read.second(),
                            Objects.requireNonNull(read.secondShare()),
                            read.from());
                    if (sharing.shareFromStart(order, journal)) {
                        differences.add(new ImportReport.Difference(
                                ImportReport.Difference.CHANGED,
                                "registration",
                                LastDays.name(read.child(), read.activity(), read.from()),
                                "share",
                                null,
                                read.second() + " " + order.part().written()));
                    }
                });
    }

    /** Judges rows against the office and against each other. */
    private final class Judge {
        private final Parsed<RegistrationRow> parsed;
        private final Map<Parsed.Row<RegistrationRow>, RegistrationChange> changes = new LinkedHashMap<>();
        private final Map<String, Activity> activities = new HashMap<>();
        private final Map<String, Long> children;
        private final Map<Long, Map<Long, String>> families;
        private final Map<Long, Map<Long, Membership>> memberships;
        private final Map<Long, SchoolHistory> schools;
        private final Map<Long, List<Registration>> known;
        private final Map<Long, LocalDate> births;

        Judge(Parsed<RegistrationRow> parsed) {
            this.parsed = parsed;
            RollStore roll = new RollStore(office.database());
            children = roll.children();
            families = roll.familiesByChild();
            memberships = new MembershipStore(office.database()).byChild();
            schools = roll.schools();
            known = store.byChild();
            births = roll.births();
            new SetupStore(office.database())
                    .activities()
                    .forEach(activity -> activities.put(activity.code(), activity));
        }

        private void judgeSecond(
                Parsed.Row<RegistrationRow> row, RegistrationRow asked, Map<Long, String> ownFamilies) {
            String second = asked.second();
            if (second.isEmpty() || parsed.isFaulty(row, "second_family")) {
                return;
            }
            if (!ownFamilies.containsValue(second)) {
                parsed.fault(
                        row,
                        "second_family",
                        "import.because",
                        Reason.of(
                                "registration.not-its-family",
                                second,
                                asked.child(),
                                ownFamilies.values().stream().sorted().collect(Collectors.joining(", "))));
            } else if (second.equals(asked.family())) {
                parsed.fault(
                        row,
                        "second_family",
                        "import.because",
                        Reason.of("registration.share.itself", second, asked.child()));
            } else if (asked.state() != RegistrationState.ACCEPTED) {
                parsed.fault(row, "second_family", "import.second-pending");
            } else {
                judgeMembership(row, asked, ownFamilies);
            }
        }

        private void judgeMembership(
                Parsed.Row<RegistrationRow> row, RegistrationRow asked, Map<Long, String> ownFamilies) {
            Map<Long, Membership> own = memberships.getOrDefault(children.get(asked.child()), Map.of());
            ownFamilies.forEach((id, code) -> {
                Membership membership = own.getOrDefault(id, Membership.ALWAYS);
                if (code.equals(asked.second())
                        && !asked.from().isAfter(asked.to())
                        && !membership.covers(asked.from(), asked.to())) {
                    parsed.fault(
                            row,
                            "second_family",
                            "import.because",
                            Reason.of("registration.family-only", asked.child(), code, membership.written()));
                }
            });
        }

        /** The code of the family that pays by the file, or by the office where the file leaves it open. */
        String payer(Parsed.Row<RegistrationRow> row) {
            RegistrationRow read = row.good();
            long payer = Objects.requireNonNull(changes.get(row)).after().familyId();
            return Objects.requireNonNull(Objects.requireNonNull(families.get(children.get(read.child())))
                    .get(payer));
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
            if (child == null || activity == null) {
                return;
            }
            List<Registration> own = known.computeIfAbsent(child, id -> new ArrayList<>(2));
            RegistrationDecision decision = new RegistrationToAdd(
                            new Registrant(
                                    child,
                                    asked.child(),
                                    births.get(child),
                                    families.getOrDefault(child, Map.of()),
                                    memberships.getOrDefault(child, Map.of()),
                                    schools.getOrDefault(child, SchoolHistory.NONE),
                                    own),
                            activity,
                            asked.from(),
                            asked.to(),
                            asked.family(),
                            asked.state(),
                            false)
                    .decide();
            judgeSecond(row, asked, families.getOrDefault(child, Map.of()));
            boolean daysRead = !parsed.isFaulty(row, "from") && !parsed.isFaulty(row, "to");
            decision.objections().stream()
                    .filter(objection -> objection.field().equals("family") || daysRead)
                    .filter(objection -> !parsed.isFaulty(row, objection.field()))
                    .forEach(objection -> parsed.fault(row, objection.field(), "import.because", objection.reason()));
            decision.change().filter(change -> !parsed.isRejected(row)).ifPresent(change -> {
                change.before().ifPresent(own::remove);
                own.add(change.after());
                changes.put(row, change);
            });
        }
    }
}
