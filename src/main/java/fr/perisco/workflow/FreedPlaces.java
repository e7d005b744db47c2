package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Places that an act frees: once it is saved, they go to those who wait for them. Only inside an act. */
final class FreedPlaces {
    private final Office office;
    private final Rulebook rules;
    private final LocalDateTime moment;
    private final NavigableMap<LocalDate, NavigableSet<Long>> unitsByDay = new TreeMap<>();

    /**
     * @param moment when they are freed, Europe/Paris wall time: who is to get one must be in time then
     */
    FreedPlaces(Office office, Rulebook rules, LocalDateTime moment) {
        this.office = office;
        this.rules = rules;
        this.moment = moment;
    }

    void note(Unit unit, YearMonth month, DaySet days) {
        if (unit.hasCapacity()) {
            days.days(month)
                    .forEach(day -> unitsByDay
                            .computeIfAbsent(day, key -> new TreeSet<>())
                            .add(unit.id()));
        }
    }

    /**
     * Offers the places, the earliest day's first; what frees them must be saved by now.
     *
     * @return what became of each child to whom one was offered
     */
    List<PlaceOffer> fill(Journal journal) {
        if (unitsByDay.isEmpty()) {
            return List.of();
        }
        List<PlaceOffer> offers = new ArrayList<>();
        DayRequestStore requests = new DayRequestStore(office.database());
        PlaceOffers offering = new PlaceOffers(office, rules, moment, false);
        unitsByDay
                .tailMap(office.today(), false)
                .forEach((day, units) -> units.forEach(unit -> {
                    List<DayRequest> line = requests.waiting(unit, day);
                    if (!line.isEmpty()) {
                        offers.addAll(offering.offer(rules.unit(unit), day, line, journal));
                    }
                }));
        return offers;
    }
}
