package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.store.GroupStore;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cancels days for all the children of a school or class that are booked, as when it goes on a trip. */
public final class GroupCancellation {
    /**
     * What is asked for.
     *
     * @param school its code
     * @param schoolClass null for the whole school
     * @param activity a code; null for all
     * @param unit a code; null for all
     * @param reason why days are waived, or cancelled past their deadline; null otherwise
     * @param allowedOnly whether the days that are allowed are cancelled when others are refused
     */
    public record Order(
            String school,
            @Nullable String schoolClass,
            @Nullable String activity,
            @Nullable String unit,
            List<LocalDate> days,
            CancelManner manner,
            @Nullable String reason,
            boolean allowedOnly) {}

    /** The verdict on one day of a child. */
    public record Line(String child, String childName, String activity, String unit, DayVerdict verdict) {}

    /**
     * In the order of children, units and days.
     *
     * @param days the verdicts of all, whether they were done, and to whom the places went that were freed
     */
    public record Report(List<Line> lines, DayReport days) {
        public Report {
            lines = List.copyOf(lines);
        }
    }

    private record Key(String child, String childName, long unitId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byChild = child.compareTo(other.child);
            return byChild != 0 ? byChild : Long.compare(unitId, other.unitId);
        }
    }

    private record Case(Key key, DayDesk desk, DayRemoval removal, List<DayVerdict> verdicts) {}

    private final Office office;

    public GroupCancellation(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code or the class is unknown, or nobody of them is booked
     */
    public Report cancel(Order order) {
        return office.act("reservation cancel", order.reason(), journal -> {
            Rulebook rules = new Rulebook(office);
            requireKnown(order, rules);
            List<Case> cases = cases(order, rules);
            List<DayVerdict> verdicts =
                    cases.stream().flatMap(one -> one.verdicts().stream()).toList();
            boolean proceed = DayReport.mayProceed(verdicts, order.allowedOnly());
            List<PlaceOffer> offers = proceed ? apply(cases, rules, journal) : List.of();
            return new Report(lines(cases), new DayReport(verdicts, proceed, offers));
        });
    }

    private void requireKnown(Order order, Rulebook rules) {
        Schools.requireKnown(new SetupStore(office.database()), order.school());
        Units.requireKnown(rules.units(), order.activity(), order.unit());
        String schoolClass = order.schoolClass();
        GroupStore groups = new GroupStore(office.database());
        if (schoolClass != null
                && order.days().stream().noneMatch(day -> groups.exists(order.school(), schoolClass, day))) {
            throw Refused.because("unknown.class", schoolClass, order.school());
        }
    }

    private List<Case> cases(Order order, Rulebook rules) {
        GroupStore groups = new GroupStore(office.database());
        List<Long> unitIds = rules.units().stream()
                .filter(unit ->
                        order.activity() == null || unit.activity().code().equals(order.activity()))
                .filter(unit -> order.unit() == null || unit.code().equals(order.unit()))
                .map(Unit::id)
                .toList();
        Map<Key, List<LocalDate>> booked = new TreeMap<>();
        order.days().stream()
                .distinct()
                .sorted()
                .forEach(day -> groups.on(day, order.school(), order.schoolClass(), unitIds)
                        .forEach(place -> booked.computeIfAbsent(
                                        new Key(place.child(), place.childName(), place.unitId()),
                                        key -> new ArrayList<>())
                                .add(day)));
        if (booked.isEmpty()) {
            throw Refused.because("cancel.nobody-booked", order.school());
        }
        List<Case> cases = new ArrayList<>();
        booked.forEach((key, days) -> {
            Unit unit = rules.unit(key.unitId());
            DayDesk desk =
                    new DayDesk(office, rules, key.child(), unit.activity().code(), unit.code(), null);
            DayRemoval removal = new DayRemoval(desk, office.now(), order.manner());
            cases.add(new Case(
                    key, desk, removal, days.stream().map(removal::decide).toList()));
        });
        return cases;
    }

    private List<PlaceOffer> apply(List<Case> cases, Rulebook rules, Journal journal) {
        FreedPlaces freed = new FreedPlaces(office, rules, office.now());
        cases.forEach(one -> {
            one.verdicts().forEach(verdict -> one.removal().apply(verdict, freed, journal));
            one.desk().save(journal);
        });
        return freed.fill(journal);
    }

    private static List<Line> lines(List<Case> cases) {
        return cases.stream()
                .flatMap(one -> one.verdicts().stream()
                        .map(verdict -> new Line(
                                one.key().child(),
                                one.key().childName(),
                                one.desk().unit.activity().code(),
                                one.desk().unit.code(),
                                verdict)))
                .toList();
    }
}
