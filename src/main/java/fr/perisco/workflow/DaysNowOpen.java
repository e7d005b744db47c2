package fr.perisco.workflow;

import fr.perisco.domain.activity.OpeningChange;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.domain.reservation.WeekDays;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.store.DayHistoryStore;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.Journal;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.TypicalWeekStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Books what typical weeks name on days that are open now; who waits for one of these days comes first. Only inside an act. */
final class DaysNowOpen implements WeekReach {
    private record UnitMonth(long unitId, YearMonth month) {}

    private final Office office;
    private final Rulebook rules;
    private final ReappliedDays days;
    private final Map<UnitMonth, DaySet> opened = new HashMap<>();

    DaysNowOpen(Office office, Rulebook rules, ReappliedDays days) {
        this.office = office;
        this.rules = rules;
        this.days = days;
    }

    /** What became of each child to whom a place was offered. */
    List<PlaceOffer> book(List<OpeningChange> changes, Journal journal) {
        FreedPlaces places = new FreedPlaces(office, rules, office.now());
        for (OpeningChange change : changes) {
            Unit unit = rules.unit(change.unitId());
            DaySet open = change.from(office.today())
                    .days()
                    .intersect(rules.openDays().in(unit, change.month()));
            if (!open.isEmpty()) {
                opened.put(new UnitMonth(unit.id(), change.month()), open);
                places.note(unit, change.month(), open);
            }
        }
        List<PlaceOffer> offers = new ArrayList<>(places.fill(journal));
        List<TypicalWeek> weeks = opened.isEmpty() ? List.of() : weeks();
        if (!weeks.isEmpty()) {
            Set<Long> activities = weeks.stream()
                    .map(week -> rules.unit(week.unitId()).activity().id())
                    .collect(Collectors.toSet());
            TypicalWeekBooking booking = new TypicalWeekBooking(
                    office,
                    journal,
                    new DayRequestStore.Wish(office.now(), null, true, true),
                    rules,
                    new RegistrationStore(office.database()).byChild(activities),
                    new RollStore(office.database()).schoolsOfRegistered(activities),
                    this);
            booking.book(weeks, List.of(), null);
            offers.addAll(booking.offers());
        }
        opened.forEach(this::noteWhatStaysOut);
        return offers;
    }

    /** What was taken back when a day closed, and comes back by nobody's rule, is for a clerk to see. */
    private void noteWhatStaysOut(UnitMonth place, DaySet open) {
        Unit unit = rules.unit(place.unitId());
        new DayHistoryStore(office.database())
                .takenBack(place.month(), unit.id(), open, WeekReapplication.KIND)
                .forEach((registration, left) -> days.add(
                        registration,
                        unit,
                        left.days(place.month()),
                        WeekEffect.NOT_RESTORED,
                        true,
                        Reason.of("reapply.not-restored")));
    }

    /** Those that name one of the days. */
    private List<TypicalWeek> weeks() {
        Map<Long, List<UnitMonth>> months = new HashMap<>();
        opened.keySet()
                .forEach(place -> months.computeIfAbsent(place.unitId(), id -> new ArrayList<>())
                        .add(place));
        return new TypicalWeekStore(office.database())
                .ofUnits(months.keySet()).stream()
                        .filter(week -> months.getOrDefault(week.unitId(), List.of()).stream()
                                .anyMatch(place -> !week.in(place.month())
                                        .intersect(in(place.unitId(), place.month()))
                                        .isEmpty()))
                        .toList();
    }

    @Override
    public DaySet in(long unitId, YearMonth month) {
        return opened.getOrDefault(new UnitMonth(unitId, month), DaySet.EMPTY);
    }

    @Override
    public void decided(Registration registration, Unit unit, YearMonth month, WeekDays decided) {
        days.add(registration.id(), unit, decided.booked().days(month), WeekEffect.BOOKED, false, null);
        days.add(registration.id(), unit, decided.toWait().days(month), WeekEffect.WAITING, false, null);
        rules.debts()
                .whyNot(registration.familyId())
                .ifPresent(debt ->
                        days.add(registration.id(), unit, decided.debt().days(month), WeekEffect.DEBT, false, debt));
        decided.tooLate()
                .days(month)
                .forEach(day -> days.add(
                        registration.id(),
                        unit,
                        Stream.of(day),
                        WeekEffect.TOO_LATE,
                        false,
                        unit.activity().notice().deadline(day, rules.calendar()).passed()));
    }
}
