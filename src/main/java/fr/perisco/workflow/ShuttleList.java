package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleSeats;
import fr.perisco.domain.shuttle.ShuttleStop;
import fr.perisco.store.FamilyStore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The office's shuttles with what is taken of their seats, and the children who have a place in them. */
public final class ShuttleList {
    /**
     * A shuttle.
     *
     * @param taken the most children who have a place on one Monday, one Tuesday… from some day on
     * @param stops those that are served, in order
     */
    public record Line(Shuttle shuttle, List<Integer> taken, List<StopLine> stops) {}

    /**
     * A stop.
     *
     * @param children the most who get on or off there on one Monday, one Tuesday…
     */
    public record StopLine(ShuttleStop stop, List<Integer> children) {}

    /**
     * Which places to show; null for all.
     *
     * @param from those that last at least until this day
     * @param to those that begin by this day
     */
    public record Filter(
            @Nullable String child,
            @Nullable String route,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        private boolean takes(ShuttlePlace place) {
            return (from == null || !place.to().isBefore(from))
                    && (to == null || !place.from().isAfter(to));
        }
    }

    private final Office office;

    public ShuttleList(Office office) {
        this.office = office;
    }

    /**
     * In the order in which they were set up.
     *
     * @param route the only one; null for all
     * @param from the first day that counts; null for today
     * @throws Refused when there is no such shuttle
     */
    public List<Line> shuttles(@Nullable String route, @Nullable LocalDate from) {
        return office.read(() -> {
            ShuttleDesk desk = new ShuttleDesk(office);
            LocalDate first = from == null ? office.today() : from;
            return named(desk, route).stream()
                    .map(shuttle -> line(shuttle, desk.taken(shuttle), first))
                    .toList();
        });
    }

    private static List<Shuttle> named(ShuttleDesk desk, @Nullable String route) {
        return route == null ? desk.shuttles() : List.of(desk.shuttle(route));
    }

    private static Line line(Shuttle shuttle, List<ShuttlePlace> places, LocalDate from) {
        return new Line(
                shuttle,
                most(shuttle, places, from),
                shuttle.served()
                        .map(stop -> new StopLine(
                                stop,
                                most(
                                        shuttle,
                                        places.stream()
                                                .filter(place -> place.stopId() == stop.id())
                                                .toList(),
                                        from)))
                        .toList());
    }

    private static List<Integer> most(Shuttle shuttle, List<ShuttlePlace> places, LocalDate from) {
        ShuttleSeats seats = new ShuttleSeats(shuttle, places);
        return Stream.of(DayOfWeek.values())
                .map(weekday -> seats.mostTaken(weekday, from, shuttle.lastDay()))
                .toList();
    }

    /**
     * In the order of shuttles, stops and children.
     *
     * @throws Refused when a code names nothing
     */
    public List<ListedPlace> places(Filter filter) {
        return office.read(() -> {
            ShuttleDesk desk = new ShuttleDesk(office);
            FamilyStore families = new FamilyStore(office.database());
            String code = filter.child();
            Child only = code == null
                    ? null
                    : families.child(code).orElseThrow(() -> Refused.because("unknown.child", code));
            List<ShuttlePlace> places = named(desk, filter.route()).stream()
                    .flatMap(shuttle -> desk.store.placesIn(shuttle).stream())
                    .filter(place -> only == null || place.childId() == only.id())
                    .filter(filter::takes)
                    .toList();
            Map<Long, Child> children = new HashMap<>();
            families.schooledChildren(places.stream().map(ShuttlePlace::childId).toList()).stream()
                    .map(SchooledChild::child)
                    .forEach(child -> children.put(child.id(), child));
            return places.stream()
                    .map(place -> {
                        Child child = Objects.requireNonNull(children.get(place.childId()));
                        return ListedPlace.of(child.code(), child.fullName(), desk, place);
                    })
                    .sorted(Comparator.<ListedPlace>comparingLong(
                                    row -> row.shuttle().id())
                            .thenComparing(row -> row.stop().time())
                            .thenComparing(ListedPlace::child)
                            .thenComparing(row -> row.place().from()))
                    .toList();
        });
    }
}
