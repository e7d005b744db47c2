package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.ReservationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SharingStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that a decision on single days of one child and unit looks at. Only inside an act. */
final class DayDesk {
    final Child child;
    final Unit unit;
    final Rulebook rules;
    final List<Registration> registrations;

    /** The child's registrations for the activity, whoever pays. */
    final List<Registration> ofAnyPayer;

    final ReservationStore reservations;
    final DayRequestStore requests;
    private final SchoolHistory schools;
    private final Map<YearMonth, MonthSheet> sheets = new TreeMap<>();
    private final Map<LocalDate, DayRequest> waiting = new HashMap<>();

    /**
     * @param familyCode the payer, or a second one; null for the earliest registration that covers a day
     * @throws Refused when a code is unknown
     */
    DayDesk(Office office, String childCode, String activityCode, String unitCode, @Nullable String familyCode) {
        this(office, new Rulebook(office), childCode, activityCode, unitCode, familyCode);
    }

    /**
     * @param rules read already, for who decides on many children
     */
    DayDesk(
            Office office,
            Rulebook rules,
            String childCode,
            String activityCode,
            String unitCode,
            @Nullable String familyCode) {
        this.rules = rules;
        child = new FamilyStore(office.database())
                .child(childCode)
                .orElseThrow(() -> Refused.because("unknown.child", childCode));
        unit = Units.find(rules.units(), activityCode, unitCode);
        Optional<Long> payer = Optional.ofNullable(familyCode).map(new FamilyCodes(office)::idOf);
        ofAnyPayer = new RegistrationStore(office.database())
                .ofChild(child.id()).stream()
                        .filter(row -> row.activityId() == unit.activity().id())
                        .toList();
        Set<Long> shared =
                payer.map(new SharingStore(office.database())::sharedWith).orElse(Set.of());
        registrations = ofAnyPayer.stream()
                .filter(row -> payer.isEmpty() || row.familyId() == payer.get() || shared.contains(row.id()))
                .toList();
        reservations = new ReservationStore(office.database());
        requests = new DayRequestStore(office.database());
        schools = new RollStore(office.database()).schoolsOf(child.id());
        requests.openOf(registrations.stream().map(Registration::id).toList()).stream()
                .filter(request -> request.unitId() == unit.id() && request.waiting())
                .forEach(request -> waiting.put(request.day(), request));
    }

    /** The registration that covers a day: the earliest of those that do. */
    Optional<Registration> registrationOn(LocalDate day) {
        return registrations.stream().filter(row -> row.covers(day)).findFirst();
    }

    /** Why no registration lets the day be booked; empty when one does. */
    Optional<Reason> whyNotRegistered(LocalDate day) {
        if (registrationOn(day).isEmpty()) {
            return Optional.of(Registration.whyNone(
                    registrations, child.code(), unit.activity().code(), day));
        }
        String school = unit.activity().schoolCode();
        if (school != null && !schools.schoolOn(day).filter(school::equals).isPresent()) {
            return Optional.of(Reason.of("registration.other-school", child.code(), school, day));
        }
        return Optional.empty();
    }

    MonthSheet sheet(LocalDate day) {
        return sheets.computeIfAbsent(
                YearMonth.from(day),
                month -> reservations.sheet(
                        month,
                        List.of(unit.id()),
                        ofAnyPayer.stream().map(Registration::id).toList()));
    }

    Optional<DayRequest> waiting(LocalDate day) {
        return Optional.ofNullable(waiting.get(day));
    }

    void save(Journal journal) {
        sheets.values().forEach(sheet -> sheet.save(journal));
    }
}
