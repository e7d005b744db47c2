package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What the passenger list of one run says.
 *
 * @param unit what the shuttle serves, in words
 * @param stops those at which it stops, in order, each with the passengers who get on or off there
 * @param over how many children have no seat
 */
public record PassengerSheet(
        OfficeHead office,
        String route,
        String label,
        String unit,
        LocalDate day,
        int seats,
        int free,
        int over,
        List<Stop> stops) {
    /** A stop; nobody may get on or off. */
    public record Stop(LocalTime time, String label, List<Passenger> passengers) {
        public Stop {
            passengers = List.copyOf(passengers);
        }
    }

    /** A passenger; texts may be empty. {@code over}: no seat is left for the child. */
    public record Passenger(String name, String school, String schoolClass, String phone, boolean over) {}

    public PassengerSheet {
        stops = List.copyOf(stops);
    }

    int passengers() {
        return stops.stream().mapToInt(stop -> stop.passengers().size()).sum();
    }
}
