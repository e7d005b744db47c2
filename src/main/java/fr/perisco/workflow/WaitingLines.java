package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who waits for a place at each unit on each day. Only inside an act or a reading. */
final class WaitingLines {
    /**
     * Those who wait for one unit and day.
     *
     * @param requests the first in line first
     */
    record Line(Unit unit, LocalDate day, List<DayRequest> requests) {}

    private static final Comparator<Line> ORDER = Comparator.comparing(
                    (Line line) -> line.unit().activity().code())
            .thenComparing(line -> line.unit().code())
            .thenComparing(Line::day);

    private final Office office;
    private final Rulebook rules;
    private final DayRequestStore store;

    WaitingLines(Office office, Rulebook rules) {
        this.office = office;
        this.rules = rules;
        this.store = new DayRequestStore(office.database());
    }

    /** All of them, in the order of activities, units and days. */
    List<Line> all() {
        Map<List<Object>, Line> lines = new LinkedHashMap<>();
        for (DayRequest request : store.waiting()) {
            lines.computeIfAbsent(
                            List.of(request.unitId(), request.day()),
                            key -> new Line(rules.unit(request.unitId()), request.day(), new ArrayList<>()))
                    .requests()
                    .add(request);
        }
        return lines.values().stream().sorted(ORDER).toList();
    }

    /** Ends the waiting for days that have come. */
    List<PlaceOffer> expire(Journal journal) {
        List<Line> come = all().stream()
                .filter(line -> !line.day().isAfter(office.today()))
                .toList();
        List<PlaceOffer> expired = new ArrayList<>();
        Map<Long, Named> names = names(come);
        for (Line line : come) {
            for (DayRequest request : line.requests()) {
                store.expire(request, journal);
                expired.add(new PlaceOffer(
                        line.unit().activity().code(),
                        line.unit().code(),
                        line.day(),
                        line.requests().indexOf(request) + 1,
                        Objects.requireNonNull(names.get(request.registrationId()))
                                .child(),
                        request.submittedAt(),
                        Verdict.EXPIRED,
                        null));
            }
        }
        return expired;
    }

    /** The registrations of all who wait in some lines, with their names, by their keys. */
    Map<Long, Named> names(List<Line> lines) {
        List<Long> ids = lines.stream()
                .flatMap(line -> line.requests().stream())
                .map(DayRequest::registrationId)
                .distinct()
                .toList();
        return new RegistrationStore(office.database())
                .named(ids).stream()
                        .collect(Collectors.toMap(named -> named.registration().id(), named -> named));
    }
}
