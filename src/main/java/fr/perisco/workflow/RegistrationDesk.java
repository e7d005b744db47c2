package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Objection;
import fr.perisco.domain.registration.Registrant;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationChange;
import fr.perisco.domain.registration.RegistrationDecision;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.registration.RegistrationToAdd;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that a decision on one child's registrations for one activity looks at. Only inside an act. */
final class RegistrationDesk {
    final Child child;
    final Activity activity;
    private final Map<Long, String> families;
    private final Map<Long, Membership> memberships;
    private final SchoolHistory schools;
    private final List<Registration> registrations;

    /**
     * @throws Refused when a code is unknown
     */
    RegistrationDesk(Office office, String childCode, String activityCode, @Nullable String familyCode) {
        child = new FamilyStore(office.database())
                .child(childCode)
                .orElseThrow(() -> Refused.because("unknown.child", childCode));
        activity = Activities.find(new SetupStore(office.database()), activityCode);
        new FamilyCodes(office).requireKnown(familyCode);
        RollStore roll = new RollStore(office.database());
        families = roll.familiesOf(child.id());
        memberships = new MembershipStore(office.database()).ofChild(child.id());
        schools = roll.schoolsOf(child.id());
        registrations = new RegistrationStore(office.database()).ofChild(child.id());
    }

    String payerOf(Registration registration) {
        return Objects.requireNonNull(families.get(registration.familyId()));
    }

    /**
     * @throws Refused when the family is not one of the child's
     */
    void requireFamilyOfChild(String family) {
        if (!families.containsValue(family)) {
            throw Refused.because(
                    "registration.not-its-family", family, child.code(), String.join(", ", families.values()));
        }
    }

    /**
     * @throws Refused when the child does not belong to one of its families on all these days
     */
    void requireFamilyFrom(long familyId, LocalDate from, LocalDate to) {
        Membership membership = memberships.getOrDefault(familyId, Membership.ALWAYS);
        if (!membership.covers(from, to)) {
            throw Refused.because(
                    "registration.family-only",
                    child.code(),
                    Objects.requireNonNull(families.get(familyId)),
                    membership.written());
        }
    }

    /** The accepted ones for the activity, in the order of their first days. */
    List<Registration> accepted() {
        return in(RegistrationState.ACCEPTED);
    }

    /** Those for the activity that are in a state, in the order of their first days. */
    List<Registration> in(RegistrationState state) {
        return registrations.stream()
                .filter(row -> row.activityId() == activity.id() && row.state() == state)
                .toList();
    }

    /**
     * What becomes of the child's registrations when it is to have this one.
     *
     * @param family the payer's code; null for the child's only family
     * @param exempt whether the age does not matter this time
     * @throws Refused for all that speaks against it
     */
    RegistrationChange decide(
            LocalDate from, LocalDate to, @Nullable String family, RegistrationState state, boolean exempt) {
        return decide(new RegistrationToAdd(
                registrant(registrations), activity, from, to, family == null ? "" : family, state, exempt));
    }

    /**
     * Makes sure that a registration that nobody had accepted yet can be.
     *
     * @param exempt whether the age does not matter this time
     * @throws Refused for all that speaks against it
     */
    void requireAcceptable(Registration undecided, boolean exempt) {
        Registrant others = registrant(registrations.stream()
                .filter(other -> other.id() != undecided.id())
                .toList());
        decide(new RegistrationToAdd(
                others,
                activity,
                undecided.from(),
                undecided.to(),
                payerOf(undecided),
                RegistrationState.ACCEPTED,
                exempt));
    }

    private Registrant registrant(List<Registration> known) {
        return new Registrant(child.id(), child.code(), child.birthOn(), families, memberships, schools, known);
    }

    private static RegistrationChange decide(RegistrationToAdd asked) {
        RegistrationDecision decision = asked.decide();
        return decision.change()
                .orElseThrow(() -> new Refused(
                        decision.objections().stream().map(Objection::reason).toList()));
    }
}
