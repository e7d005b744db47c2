package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.Occupancy;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.ReservationStore;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Offers the places of a day to those who wait for them, in the order of their ranks. Only inside an act. */
final class PlaceOffers {
    private record UnitMonth(long unitId, YearMonth month) {}

    private final Office office;
    private final Rulebook rules;
    private final LocalDateTime moment;
    private final boolean override;
    private final ReservationStore reservations;
    private final RegistrationStore registrations;
    private final PlaceNews news;
    private final Map<UnitMonth, Occupancy> occupancies = new HashMap<>();

    /**
     * @param moment of the offer, Europe/Paris wall time: who is to get a place must be in time then
     * @param override whether places go to them past the deadline too
     */
    PlaceOffers(Office office, Rulebook rules, LocalDateTime moment, boolean override) {
        this.office = office;
        this.rules = rules;
        this.moment = moment;
        this.override = override;
        this.reservations = new ReservationStore(office.database());
        this.registrations = new RegistrationStore(office.database());
        this.news = new PlaceNews(office);
    }

    /**
     * Offers until no place is left.
     *
     * @param line who waits, the first in line first
     * @return what became of each child that a place was offered to
     */
    List<PlaceOffer> offer(Unit unit, LocalDate day, List<DayRequest> line, Journal journal) {
        Occupancy occupancy = occupancies.computeIfAbsent(
                new UnitMonth(unit.id(), YearMonth.from(day)),
                key -> reservations.occupancy(key.unitId(), key.month()));
        if (occupancy.isFull(unit, day)) {
            return List.of();
        }
        Map<Long, Named> names = registrations
                .named(line.stream().map(DayRequest::registrationId).toList())
                .stream()
                .collect(Collectors.toMap(named -> named.registration().id(), named -> named));
        List<PlaceOffer> offers = new ArrayList<>();
        for (int i = 0; i < line.size() && !occupancy.isFull(unit, day); i++) {
            DayRequest request = line.get(i);
            Named named = Objects.requireNonNull(names.get(request.registrationId()));
            DayVerdict verdict = offer(unit, request, named, journal);
            if (verdict.verdict() == Verdict.BOOKED) {
                occupancy.add(DaySet.of(day));
                news.tell(named, unit, day, journal);
            }
            offers.add(new PlaceOffer(
                    unit.activity().code(),
                    unit.code(),
                    day,
                    i + 1,
                    named.child(),
                    request.submittedAt(),
                    verdict.verdict(),
                    verdict.verdict() == Verdict.ALREADY_BOOKED
                            ? Reason.of("waiting.already-booked")
                            : verdict.reason()));
        }
        return offers;
    }

    private DayVerdict offer(Unit unit, DayRequest request, Named named, Journal journal) {
        DayDesk desk = new DayDesk(office, rules, named.child(), unit.activity().code(), unit.code(), named.family());
        DayAddition addition = new DayAddition(desk, moment, office.today(), override, false);
        try {
            DayVerdict verdict = addition.decide(request.day());
            addition.bookForWaiting(verdict, request, journal);
            desk.save(journal);
            return verdict;
        } catch (Refused refusal) {
            return new DayVerdict(
                    request.day(), Verdict.NO_CALENDAR, null, refusal.reasons().get(0));
        }
    }
}
