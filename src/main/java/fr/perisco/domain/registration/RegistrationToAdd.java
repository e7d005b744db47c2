package fr.perisco.domain.registration;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A registration that is asked for, by a file or at the desk, and what is known of the child.
 *
 * @param child the child's code
 * @param from first day
 * @param to last day, included
 * @param family code of the family that is to pay; empty for the child's only one
 * @param families the child's families, their codes by their keys
 * @param schools where the child goes to school
 * @param known the child's registrations; those without a key were asked for in the same file
 */
public record RegistrationToAdd(
        long childId,
        String child,
        Activity activity,
        LocalDate from,
        LocalDate to,
        String family,
        Map<Long, String> families,
        SchoolHistory schools,
        List<Registration> known) {
    /** Decides (contract, section 2 "registrations" and rule 4.6): every objection is found, not only the first. */
    public RegistrationDecision decide() {
        List<Objection> objections = new ArrayList<>(0);
        Optional<Long> payer = payer(objections);
        judgeDays(objections);
        return payer.isEmpty() || !objections.isEmpty()
                ? RegistrationDecision.refused(objections)
                : beside(
                        new Registration(0, childId, payer.get(), activity.id(), from, to, RegistrationState.ACCEPTED));
    }

    private Optional<Long> payer(List<Objection> objections) {
        if (family.isEmpty() && families.size() == 1) {
            return Optional.of(families.keySet().iterator().next());
        }
        Optional<Long> named = families.entrySet().stream()
                .filter(own -> own.getValue().equals(family))
                .map(Map.Entry::getKey)
                .findFirst();
        if (named.isEmpty()) {
            objections.add(new Objection("family", whyNobodyPays()));
        }
        return named;
    }

    private Reason whyNobodyPays() {
        if (families.isEmpty()) {
            return Reason.of("registration.no-family", child);
        }
        String own = families.values().stream().sorted().collect(Collectors.joining(", "));
        return family.isEmpty()
                ? Reason.of("registration.which-family", child, own)
                : Reason.of("registration.not-its-family", family, child, own);
    }

    private void judgeDays(List<Objection> objections) {
        if (to.isBefore(activity.from()) || from.isAfter(activity.to())) {
            objections.add(new Objection(
                    "from",
                    Reason.of("registration.outside-activity", activity.code(), activity.from(), activity.to())));
        } else if (from.isAfter(to)) {
            objections.add(new Objection("to", Reason.of("registration.order", from, to)));
        }
        String school = activity.schoolCode();
        if (school != null && !from.isAfter(to) && !schools.isEverAt(school, from, to)) {
            objections.add(
                    new Objection("activity", Reason.of("registration.for-school", activity.code(), school, child)));
        }
    }

    /** Registrations of one child and activity may overlap only for different families. */
    private RegistrationDecision beside(Registration asked) {
        Optional<Registration> same = Optional.empty();
        for (Registration other : known) {
            if (other.activityId() != asked.activityId() || other.familyId() != asked.familyId()) {
                continue;
            }
            boolean sameStart = other.from().equals(from);
            if (sameStart && other.id() != 0 && other.state() == RegistrationState.ACCEPTED) {
                same = Optional.of(other);
            } else if (sameStart || (other.state() != RegistrationState.REFUSED && other.overlaps(from, to))) {
                return RegistrationDecision.refused(List.of(new Objection(
                        "from",
                        Reason.of("registration.overlap." + other.state().code(), child, other.from(), other.to()))));
            }
        }
        return RegistrationDecision.allowed(new RegistrationChange(same, asked));
    }
}
