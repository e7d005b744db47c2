package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.shuttle.ChildPlaces;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleStop;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.ShuttleStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The office's shuttles, found by the codes that people type, and who has which place. Only inside an act or a reading. */
final class ShuttleDesk {
    final ShuttleStore store;
    private final RegistrationStore registrations;
    private final List<Shuttle> shuttles;
    private final Map<Long, Shuttle> byStop = new HashMap<>();
    private final Map<Long, ShuttleStop> stops = new HashMap<>();

    ShuttleDesk(Office office) {
        store = new ShuttleStore(office.database());
        registrations = new RegistrationStore(office.database());
        shuttles = store.shuttles(new SetupStore(office.database()).units());
        shuttles.forEach(shuttle -> shuttle.stops().forEach(stop -> {
            byStop.put(stop.id(), shuttle);
            stops.put(stop.id(), stop);
        }));
    }

    List<Shuttle> shuttles() {
        return shuttles;
    }

    /**
     * @throws Refused when there is no such shuttle
     */
    Shuttle shuttle(String code) {
        return shuttles.stream()
                .filter(shuttle -> shuttle.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refused.because("unknown.shuttle", code));
    }

    Shuttle shuttleAt(long stopId) {
        return Objects.requireNonNull(byStop.get(stopId));
    }

    ShuttleStop stop(long stopId) {
        return Objects.requireNonNull(stops.get(stopId));
    }

    /** A child's places in a shuttle. */
    ChildPlaces placesOf(long childId, Shuttle shuttle) {
        return new ChildPlaces(store.placesOf(childId).stream()
                .filter(place -> shuttleAt(place.stopId()).equals(shuttle))
                .toList());
    }

    /** The seats that are given away: places as far as their children are registered, for nobody else can book a day. */
    List<ShuttlePlace> taken(Shuttle shuttle) {
        List<ShuttlePlace> places = store.placesIn(shuttle);
        Map<Long, List<Registration>> byChild =
                registered(places.stream().map(ShuttlePlace::childId).toList(), shuttle.unit());
        return places.stream()
                .flatMap(place -> byChild.getOrDefault(place.childId(), List.of()).stream()
                        .flatMap(row -> place.within(row.from(), row.to()).stream()))
                .toList();
    }

    /** The children's accepted registrations for a unit's activity. */
    Map<Long, List<Registration>> registered(Collection<Long> children, Unit unit) {
        return registrations.ofChildren(children).stream()
                .filter(row -> row.activityId() == unit.activity().id() && row.state() == RegistrationState.ACCEPTED)
                .collect(Collectors.groupingBy(Registration::childId));
    }

    /** A child's places in words of the setup, for the audit trail. */
    String written(ChildPlaces places) {
        return places.places().stream()
                .map(place -> "%s %s %s..%s"
                        .formatted(stop(place.stopId()).code(), place.weekdays(), place.from(), place.to()))
                .collect(Collectors.joining("; "));
    }
}
