package fr.perisco.workflow;

import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleStop;

/** A child's place in a shuttle, with the names that lists show. */
public record ListedPlace(String child, String childName, Shuttle shuttle, ShuttleStop stop, ShuttlePlace place) {
    static ListedPlace of(String child, String childName, ShuttleDesk desk, ShuttlePlace place) {
        return new ListedPlace(child, childName, desk.shuttleAt(place.stopId()), desk.stop(place.stopId()), place);
    }
}
