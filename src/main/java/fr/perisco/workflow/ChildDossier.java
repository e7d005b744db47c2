package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.AuthorisedPerson;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.HealthKind;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.ListedRegistration;
import fr.perisco.domain.reservation.DayRequest;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.store.AuthorisedStore;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.HealthStore;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.SetupStore;
import fr.perisco.store.TypicalWeekStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All that the office knows of one child: what the portal's "Ma famille" says of it, and its "Mes inscriptions".
 *
 * @param today the day on which it is looked at
 * @param health of what kinds something is to be heeded today; what that says is shown apart
 * @param families in the order of their codes
 * @param memberships when it belongs to them, by their codes
 * @param authorised who may fetch it besides the guardians, past ones too, by name
 * @param weeks in the order in which they were made
 * @param shuttles its places in shuttles, past ones too, by first day
 * @param requests what waits for a decision or for a place, in the order of days
 */
public record ChildDossier(
        LocalDate today,
        SchooledChild child,
        Set<HealthKind> health,
        List<Family> families,
        Map<String, Membership> memberships,
        List<AuthorisedPerson> authorised,
        List<ListedRegistration> registrations,
        List<Week> weeks,
        List<ListedPlace> shuttles,
        List<Asked> requests) {
    /**
     * A typical week.
     *
     * @param family the payer's code; empty for whoever pays the registration
     */
    public record Week(Unit unit, String family, TypicalWeek rule) {}

    /** A day that was asked for, and who would pay it. */
    public record Asked(Unit unit, String family, DayRequest request) {}

    /**
     * Reads it.
     *
     * @throws Refused when there is no such child
     */
    public static ChildDossier of(Office office, String code) {
        return office.read(() -> {
            FamilyStore store = new FamilyStore(office.database());
            SchooledChild child = store.schooledChild(code).orElseThrow(() -> Refused.because("unknown.child", code));
            long id = child.child().id();
            Map<Long, Unit> units = new HashMap<>();
            new SetupStore(office.database()).units().forEach(unit -> units.put(unit.id(), unit));
            List<StoredFamily> families = store.familiesOf(id);
            List<Named> registrations = new RegistrationStore(office.database()).named(code, null, null, null);
            SecondPayers seconds = new SecondPayers(office);
            return new ChildDossier(
                    office.today(),
                    child,
                    new HealthStore(office.database()).kindsOf(id, office.today()),
                    families.stream().map(StoredFamily::family).toList(),
                    memberships(office, id, families),
                    new AuthorisedStore(office.database())
                            .ofChild(id).stream()
                                    .map(AuthorisedStore.Stored::person)
                                    .toList(),
                    registrations.stream()
                            .map(named -> RegistrationList.listed(
                                    named,
                                    child.schoolings()
                                            .on(named.registration().dayNearest(office.today()))
                                            .school(),
                                    seconds.of(
                                            named.registration(),
                                            named.registration().dayNearest(office.today()))))
                            .toList(),
                    weeks(office, id, units, families),
                    shuttles(office, child.child()),
                    requests(office, registrations, units));
        });
    }

    private static Map<String, Membership> memberships(Office office, long child, List<StoredFamily> families) {
        Map<Long, Membership> dated = new MembershipStore(office.database()).ofChild(child);
        Map<String, Membership> memberships = new HashMap<>();
        families.forEach(
                stored -> memberships.put(stored.family().code(), dated.getOrDefault(stored.id(), Membership.ALWAYS)));
        return memberships;
    }

    private static List<Week> weeks(Office office, long child, Map<Long, Unit> units, List<StoredFamily> families) {
        Map<Long, String> codes = new HashMap<>();
        families.forEach(stored -> codes.put(stored.id(), stored.family().code()));
        return new TypicalWeekStore(office.database())
                .ofChild(child).stream()
                        .map(rule -> new Week(
                                Objects.requireNonNull(units.get(rule.unitId())),
                                rule.familyId() == null ? "" : codes.getOrDefault(rule.familyId(), ""),
                                rule))
                        .toList();
    }

    private static List<ListedPlace> shuttles(Office office, Child child) {
        ShuttleDesk desk = new ShuttleDesk(office);
        return desk.store.placesOf(child.id()).stream()
                .map(place -> ListedPlace.of(child.code(), child.fullName(), desk, place))
                .toList();
    }

    private static List<Asked> requests(Office office, List<Named> registrations, Map<Long, Unit> units) {
        Map<Long, String> payers = new HashMap<>();
        registrations.forEach(named -> payers.put(named.registration().id(), named.family()));
        return new DayRequestStore(office.database())
                .openOf(payers.keySet()).stream()
                        .sorted(Comparator.comparing(DayRequest::day))
                        .map(request -> new Asked(
                                Objects.requireNonNull(units.get(request.unitId())),
                                Objects.requireNonNull(payers.get(request.registrationId())),
                                request))
                        .toList();
    }
}
