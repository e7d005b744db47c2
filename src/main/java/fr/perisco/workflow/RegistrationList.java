package fr.perisco.workflow;

import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.ListedRegistration;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads registrations with the names of those concerned. */
public final class RegistrationList {
    /**
     * Which registrations to show; null for all.
     *
     * @param school where the child goes to school today, or on the registration's day that is nearest to today
     * @param from those that last at least until this day
     * @param to those that begin by this day
     */
    public record Filter(
            @Nullable String child,
            @Nullable String family,
            @Nullable String activity,
            @Nullable String school,
            @Nullable RegistrationState state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        private boolean takes(ListedRegistration row) {
            return (school == null || school.equals(row.school()))
                    && (from == null || !row.to().isBefore(from))
                    && (to == null || !row.from().isAfter(to));
        }
    }

    private final Office office;

    public RegistrationList(Office office) {
        this.office = office;
    }

    /**
     * In the order of children and activities.
     *
     * @throws Refused when a code names nothing
     */
    public List<ListedRegistration> of(Filter filter) {
        return office.read(() -> {
            requireKnown(filter);
            RegistrationState state = filter.state();
            List<Named> registrations = new RegistrationStore(office.database())
                    .paidBy(filter.child(), filter.family(), filter.activity(), state == null ? null : state.code());
            Map<Long, SchoolHistory> schools = schools(registrations, filter);
            SecondPayers seconds = new SecondPayers(office);
            return registrations.stream()
                    .map(named -> listed(
                            named,
                            schools.getOrDefault(named.registration().childId(), SchoolHistory.NONE)
                                    .schoolOn(named.registration().dayNearest(office.today()))
                                    .orElse(""),
                            seconds.of(
                                    named.registration(), named.registration().dayNearest(office.today()))))
                    .filter(filter::takes)
                    .toList();
        });
    }

    private Map<Long, SchoolHistory> schools(List<Named> registrations, Filter filter) {
        RollStore roll = new RollStore(office.database());
        boolean few = filter.child() != null || filter.family() != null;
        return few
                ? roll.schoolsOf(registrations.stream()
                        .map(named -> named.registration().childId())
                        .toList())
                : roll.schools();
    }

    static ListedRegistration listed(Named named, String school, SecondPayers.Second second) {
        Registration registration = named.registration();
        return new ListedRegistration(
                named.child(),
                named.activity(),
                registration.from(),
                registration.to(),
                named.family(),
                registration.state(),
                named.childName(),
                named.familyName(),
                named.label(),
                school,
                named.reason(),
                second.family(),
                second.share(),
                second.from());
    }

    private void requireKnown(Filter filter) {
        new FamilyCodes(office).requireKnown(filter.family());
        String child = filter.child();
        if (child != null && new FamilyStore(office.database()).child(child).isEmpty()) {
            throw Refused.because("unknown.child", child);
        }
        SetupStore setup = new SetupStore(office.database());
        String activity = filter.activity();
        if (activity != null) {
            Activities.find(setup, activity);
        }
        Schools.requireKnown(setup, filter.school());
    }
}
