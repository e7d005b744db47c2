package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.shuttle.ChildPlaces;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleSeats;
import fr.perisco.domain.shuttle.ShuttleStop;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives a child a place in a shuttle, or another one, and takes it back. */
public final class ShuttleAssignment {
    /**
     * What is asked for.
     *
     * @param days null for all on which the shuttle runs
     * @param from first day; null for today, or the shuttle's first day when that is still to come
     * @param to last day; null for the shuttle's last day
     * @param override why the child rides although all seats are taken; null when it must not
     */
    public record Order(
            String child,
            String route,
            String stop,
            @Nullable Weekdays days,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String override) {}

    /**
     * What no longer is to be.
     *
     * @param days null for all
     * @param from first day without; null for today
     * @param to last day without; null for all that follow
     */
    public record Removal(
            String child,
            String route,
            @Nullable Weekdays days,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * @param places the child's in that shuttle, as they are now
     * @param changed whether anything was
     * @param replaced whether it has another stop on some day on which it had one
     * @param full days on which more children have a place than there are seats, the first of each weekday
     */
    public record Report(List<ListedPlace> places, boolean changed, boolean replaced, List<Reason> full) {}

    /** What both look at. */
    private record Case(ShuttleDesk desk, Child child, Shuttle shuttle, ChildPlaces before) {}

    private final Office office;

    public ShuttleAssignment(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, the shuttle does not run then, the child is not registered, sits in another shuttle
     *     at that time, or finds no seat
     */
    public Report assign(Order order) {
        return office.act("shuttle assign", order.override(), journal -> {
            Case file = file(order.child(), order.route());
            ShuttlePlace asked = asked(order, file);
            requireRegistered(file, asked);
            requireInOneShuttle(file, asked);
            List<Reason> full = full(file, asked);
            if (!full.isEmpty() && order.override() == null) {
                throw new Refused(full);
            }
            boolean replaced = file.before().places().stream()
                    .anyMatch(place -> place.stopId() != asked.stopId()
                            && place.meets(asked.weekdays(), asked.from(), asked.to()));
            return save(file, file.before().with(asked), journal, replaced, full);
        });
    }

    /**
     * @throws Refused when a code is unknown
     */
    public Report remove(Removal removal) {
        return office.act("shuttle remove", null, journal -> {
            Case file = file(removal.child(), removal.route());
            LocalDate from = removal.from() == null ? office.today() : removal.from();
            LocalDate to = removal.to() == null ? LocalDate.MAX : removal.to();
            if (from.isAfter(to)) {
                throw Misused.because("usage.order", from, to);
            }
            Weekdays days = removal.days() == null ? Weekdays.EVERY_DAY : removal.days();
            return save(file, file.before().without(days, from, to), journal, false, List.of());
        });
    }

    private Case file(String childCode, String route) {
        Child child = new FamilyStore(office.database())
                .child(childCode)
                .orElseThrow(() -> Refused.because("unknown.child", childCode));
        ShuttleDesk desk = new ShuttleDesk(office);
        Shuttle shuttle = desk.shuttle(route);
        return new Case(desk, child, shuttle, desk.placesOf(child.id(), shuttle));
    }

    private ShuttlePlace asked(Order order, Case file) {
        Shuttle shuttle = file.shuttle();
        ShuttleStop stop = shuttle.stop(order.stop())
                .orElseThrow(() -> Refused.because(
                        "unknown.shuttle-stop",
                        order.stop(),
                        shuttle.code(),
                        shuttle.served().map(ShuttleStop::code).collect(Collectors.joining(" "))));
        Weekdays days = order.days() == null ? shuttle.weekdays() : order.days();
        LocalDate usual = shuttle.firstDay().isAfter(office.today()) ? shuttle.firstDay() : office.today();
        LocalDate from = order.from() == null ? usual : order.from();
        LocalDate to = order.to() == null ? shuttle.lastDay() : order.to();
        if (from.isAfter(to) || from.isBefore(shuttle.firstDay()) || to.isAfter(shuttle.lastDay())) {
            throw Refused.because("shuttle.outside", shuttle.code(), shuttle.firstDay(), shuttle.lastDay());
        }
        Weekdays others = days.minus(shuttle.weekdays());
        if (!others.isEmpty()) {
            throw Refused.because("shuttle.no-such-days", shuttle.code(), others, shuttle.weekdays());
        }
        if (days.between(from, to).findFirst().isEmpty()) {
            throw Refused.because("shuttle.no-day", days, from, to);
        }
        return new ShuttlePlace(file.child().id(), stop.id(), days, from, to, ShuttlePlace.NEW);
    }

    private static void requireRegistered(Case file, ShuttlePlace asked) {
        Child child = file.child();
        Unit unit = file.shuttle().unit();
        List<Registration> registrations =
                file.desk().registered(List.of(child.id()), unit).getOrDefault(child.id(), List.of());
        if (registrations.stream()
                .allMatch(row -> asked.within(row.from(), row.to()).isEmpty())) {
            throw Refused.because(
                    "shuttle.not-registered", child.code(), unit.activity().code(), asked.from(), asked.to());
        }
    }

    private static void requireInOneShuttle(Case file, ShuttlePlace asked) {
        Child child = file.child();
        for (ShuttlePlace place : file.desk().store.placesOf(child.id())) {
            Shuttle other = file.desk().shuttleAt(place.stopId());
            if (!other.equals(file.shuttle())
                    && other.meets(file.shuttle())
                    && place.meets(asked.weekdays(), asked.from(), asked.to())) {
                throw Refused.because(
                        "shuttle.two-at-once",
                        child.code(),
                        other.code(),
                        place.weekdays().intersect(asked.weekdays()),
                        place.from(),
                        place.to());
            }
        }
    }

    private static List<Reason> full(Case file, ShuttlePlace asked) {
        Shuttle shuttle = file.shuttle();
        ShuttleSeats seats = new ShuttleSeats(shuttle, file.desk().taken(shuttle));
        return Stream.of(DayOfWeek.values())
                .filter(asked.weekdays()::contains)
                .flatMap(weekday -> seats.firstFull(asked.childId(), weekday, asked.from(), asked.to()).stream())
                .map(day -> Reason.of("shuttle.full", shuttle.code(), day, shuttle.seats(), seats.takenOn(day)))
                .toList();
    }

    private static Report save(Case file, ChildPlaces after, Journal journal, boolean replaced, List<Reason> full) {
        Child child = file.child();
        ShuttleDesk desk = file.desk();
        ChildPlaces before = file.before();
        boolean changed = !after.equals(before);
        if (changed) {
            desk.store.replace(file.shuttle(), child.id(), after, journal);
            journal.changed(
                    "shuttle-place",
                    child.code(),
                    file.shuttle().code(),
                    before.isEmpty() ? null : desk.written(before),
                    after.isEmpty() ? null : desk.written(after));
        }
        return new Report(
                after.places().stream()
                        .map(place -> ListedPlace.of(child.code(), child.fullName(), desk, place))
                        .toList(),
                changed,
                replaced,
                full);
    }
}
