package fr.perisco.workflow;

import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.School;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.shuttle.Shuttle;
import fr.perisco.domain.shuttle.ShuttlePlace;
import fr.perisco.domain.shuttle.ShuttleRun;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.ReservationStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Draws up the passenger lists of a shuttle: whoever has a place and is expected at the unit on the day. */
public final class ShuttlePassengers {
    /**
     * @param lists a list a day on which the shuttle runs
     * @param without why it does not run on other days among those on which it usually does
     */
    public record Report(List<PassengerList> lists, List<Reason> without) {}

    private final Office office;

    public ShuttlePassengers(Office office) {
        this.office = office;
    }

    /**
     * The lists of one day, or of all days of a period on which the shuttle runs.
     *
     * @throws Refused when there is no such shuttle, when it runs on none of the days, or when their school year is not loaded
     */
    public Report of(String route, DaySpan days) {
        return office.read(() -> {
            ShuttleDesk desk = new ShuttleDesk(office);
            Shuttle shuttle = desk.shuttle(route);
            OpenDays openDays = new OpenDays(new SetupStore(office.database()).calendar());
            List<LocalDate> running = new ArrayList<>();
            List<Reason> without = new ArrayList<>();
            for (LocalDate day : days.days().toList()) {
                Optional<Reason> why = shuttle.whyNoRun(day)
                        .or(() -> openDays.whyClosed(shuttle.unit(), day)
                                .map(closed -> Reason.of("shuttle.closed", shuttle.code(), day, closed)));
                if (why.isEmpty()) {
                    running.add(day);
                } else if (shuttle.weekdays().contains(day) || days.from().equals(days.to())) {
                    without.add(why.get());
                }
            }
            if (running.isEmpty()) {
                throw new Refused(without.stream().distinct().toList());
            }
            List<ShuttlePlace> places = desk.store.placesIn(shuttle);
            return new Report(
                    running.stream()
                            .map(day -> list(desk, shuttle, day, places))
                            .toList(),
                    without.stream().distinct().toList());
        });
    }

    private PassengerList list(ShuttleDesk desk, Shuttle shuttle, LocalDate day, List<ShuttlePlace> places) {
        Map<Long, Registration> expected = expected(desk, shuttle, day, places);
        ShuttleRun run = ShuttleRun.of(shuttle, day, places, expected.keySet());
        FamilyStore store = new FamilyStore(office.database());
        Map<Long, SchooledChild> children = new HashMap<>();
        store.schooledChildren(expected.keySet())
                .forEach(child -> children.put(child.child().id(), child));
        Map<Long, Family> payers = new HashMap<>();
        store.families(expected.values().stream().map(Registration::familyId).toList())
                .forEach(stored -> payers.put(stored.id(), stored.family()));
        Map<String, String> schools = new HashMap<>();
        for (School school : new SetupStore(office.database()).schools()) {
            schools.put(school.code(), school.name());
        }
        return new PassengerList(
                run,
                run.passengers().stream()
                        .map(passenger -> {
                            ShuttlePlace place = passenger.place();
                            SchooledChild child = Objects.requireNonNull(children.get(place.childId()));
                            Registration registration = Objects.requireNonNull(expected.get(place.childId()));
                            Schooling schooling = child.schoolings().on(day);
                            return new PassengerList.Line(
                                    desk.stop(place.stopId()),
                                    child.child().code(),
                                    child.child().fullName(),
                                    schooling.school(),
                                    schools.getOrDefault(schooling.school(), ""),
                                    schooling.schoolClass(),
                                    Objects.requireNonNull(payers.get(registration.familyId()))
                                            .phone(),
                                    passenger.over());
                        })
                        .sorted(Comparator.<PassengerList.Line, LocalTime>comparing(
                                        line -> line.stop().time())
                                .thenComparing(PassengerList.Line::childName)
                                .thenComparing(PassengerList.Line::child))
                        .toList());
    }

    /** The children of these places who are expected at the unit, by their keys: the registrations in which they are booked. */
    private Map<Long, Registration> expected(
            ShuttleDesk desk, Shuttle shuttle, LocalDate day, List<ShuttlePlace> places) {
        Map<Long, Registration> registrations = new HashMap<>();
        desk.registered(
                        places.stream()
                                .filter(place -> place.covers(day))
                                .map(ShuttlePlace::childId)
                                .toList(),
                        shuttle.unit())
                .values()
                .forEach(rows -> rows.forEach(row -> registrations.put(row.id(), row)));
        Map<Long, Registration> expected = new HashMap<>();
        for (ReservationMonth month : new ReservationStore(office.database())
                .of(List.of(YearMonth.from(day)), List.of(shuttle.unit().id()), registrations.keySet())) {
            if (month.expected().contains(day)) {
                Registration registration = Objects.requireNonNull(registrations.get(month.registrationId()));
                expected.put(registration.childId(), registration);
            }
        }
        return expected;
    }
}
