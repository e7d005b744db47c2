package fr.perisco.workflow;

import fr.perisco.domain.shuttle.ShuttleRun;
import fr.perisco.domain.shuttle.ShuttleStop;
import java.util.List;

/**
 * Who rides in a shuttle on one day.
 *
 * @param lines in the order of stops and names
 */
public record PassengerList(ShuttleRun run, List<Line> lines) {
    /**
     * A passenger.
     *
     * @param school the school's code; empty when it is not known
     * @param phone where to call a guardian of the family that pays for the day; empty when it is not known
     * @param over whether there is no seat left for the child
     */
    public record Line(
            ShuttleStop stop,
            String child,
            String childName,
            String school,
            String schoolName,
            String schoolClass,
            String phone,
            boolean over) {}

    public PassengerList {
        lines = List.copyOf(lines);
    }
}
