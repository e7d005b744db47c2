package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import fr.perisco.workflow.WaitingLines.Line;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The waiting lists: who waits for a place, and the places given out by a clerk. */
public final class WaitingList {
    /** Which days to look at; null for all. */
    public record Filter(
            @Nullable String activity,
            @Nullable String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        private boolean wants(Line line) {
            return (activity == null || activity.equals(line.unit().activity().code()))
                    && (unit == null || unit.equals(line.unit().code()))
                    && (from == null || !line.day().isBefore(from))
                    && (to == null || !line.day().isAfter(to));
        }
    }

    /**
     * A child that waits.
     *
     * @param rank from 1, among all who wait for the unit and day
     * @param requestedAt Europe/Paris wall time
     */
    public record Waiter(
            String activity,
            String unit,
            LocalDate day,
            int rank,
            String child,
            LocalDateTime requestedAt,
            String family,
            String childName) {}

    private final Office office;

    public WaitingList(Office office) {
        this.office = office;
    }

    /**
     * Who waits for days to come.
     *
     * @param child null for all, and so are the others
     * @param school where the child goes on the day it waits for
     * @throws Refused when a code names nothing
     */
    public List<Waiter> of(Filter filter, @Nullable String child, @Nullable String family, @Nullable String school) {
        return office.read(() -> {
            Rulebook rules = new Rulebook(office);
            requireKnown(filter, rules.units());
            if (child != null && new FamilyStore(office.database()).child(child).isEmpty()) {
                throw Refused.because("unknown.child", child);
            }
            new FamilyCodes(office).requireKnown(family);
            Schools.requireKnown(new SetupStore(office.database()), school);
            RollStore roll = new RollStore(office.database());
            Map<String, Long> children = school == null ? Map.of() : roll.children();
            Map<Long, SchoolHistory> schools = school == null ? Map.of() : roll.schools();
            WaitingLines lines = new WaitingLines(office, rules);
            List<Line> wanted = lines.all().stream()
                    .filter(filter::wants)
                    .filter(line -> line.day().isAfter(office.today()))
                    .toList();
            Map<Long, Named> names = lines.names(wanted);
            return wanted.stream()
                    .flatMap(line -> waiters(line, names).stream())
                    .filter(waiter -> child == null || waiter.child().equals(child))
                    .filter(waiter -> family == null || waiter.family().equals(family))
                    .filter(waiter -> school == null
                            || schools.getOrDefault(children.get(waiter.child()), SchoolHistory.NONE)
                                    .schoolOn(waiter.day())
                                    .filter(school::equals)
                                    .isPresent())
                    .toList();
        });
    }

    private static List<Waiter> waiters(Line line, Map<Long, Named> names) {
        List<Waiter> waiters = new ArrayList<>();
        line.requests().forEach(request -> {
            Named named = Objects.requireNonNull(names.get(request.registrationId()));
            waiters.add(new Waiter(
                    line.unit().activity().code(),
                    line.unit().code(),
                    line.day(),
                    waiters.size() + 1,
                    named.child(),
                    request.submittedAt(),
                    named.family(),
                    named.childName()));
        });
        return waiters;
    }

    /**
     * Gives the places that are free to those who wait for them, and ends the waiting for days that have come.
     *
     * @param override why places are given past the deadline for adding; null when they are not
     * @return what became of each child to whom a place was offered, and of each whose day has come
     * @throws Refused when a code names nothing
     */
    public List<PlaceOffer> promote(Filter filter, @Nullable String override) {
        return office.act("waiting promote", override, journal -> {
            Rulebook rules = new Rulebook(office);
            requireKnown(filter, rules.units());
            WaitingLines lines = new WaitingLines(office, rules);
            List<PlaceOffer> offers = new ArrayList<>(lines.expire(journal));
            PlaceOffers offering = new PlaceOffers(office, rules, office.now(), override != null);
            lines.all().stream()
                    .filter(filter::wants)
                    .forEach(line -> offers.addAll(offering.offer(line.unit(), line.day(), line.requests(), journal)));
            return offers;
        });
    }

    private static void requireKnown(Filter filter, List<Unit> units) {
        Units.requireKnown(units, filter.activity(), filter.unit());
    }
}
