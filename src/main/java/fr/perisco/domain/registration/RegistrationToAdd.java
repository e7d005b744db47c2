package fr.perisco.domain.registration;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A registration that is asked for, by a file or at the desk.
 *
 * @param from first day
 * @param to last day, included
 * @param family code of the family that is to pay; empty for the child's only one
 * @param state the state it is to have: accepted, or pending while nobody has decided
 * @param exempt whether the age does not matter this time
 */
public record RegistrationToAdd(
        Registrant child,
        Activity activity,
        LocalDate from,
        LocalDate to,
        String family,
        RegistrationState state,
        boolean exempt) {
    /** Decides (contract, section 2 "registrations" and rule 4.6): every objection is found, not only the first. */
    public RegistrationDecision decide() {
        List<Objection> objections = new ArrayList<>(0);
        Optional<Long> payer = payer(objections);
        judgeDays(objections);
        if (payer.isEmpty() || !objections.isEmpty()) {
            judgeChild(objections);
            return RegistrationDecision.refused(objections);
        }
        return beside(new Registration(0, child.id(), payer.get(), activity.id(), from, to, state));
    }

    private Optional<Long> payer(List<Objection> objections) {
        List<Long> meant = child.families().entrySet().stream()
                .filter(own -> own.getValue().equals(family) || (family.isEmpty() && isFamilyAllTheTime(own.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (meant.size() != 1) {
            objections.add(new Objection("family", whyNobodyPays()));
            return Optional.empty();
        }
        if (!isFamilyAllTheTime(meant.get(0))) {
            objections.add(new Objection(
                    "family",
                    Reason.of(
                            "registration.family-only",
                            child.code(),
                            family,
                            child.membershipOf(meant.get(0)).written())));
        }
        return Optional.of(meant.get(0));
    }

    /** Whether the child belongs to a family on all days of the registration. */
    private boolean isFamilyAllTheTime(long familyId) {
        return from.isAfter(to) || child.membershipOf(familyId).covers(from, to);
    }

    private Reason whyNobodyPays() {
        if (child.families().isEmpty()) {
            return Reason.of("registration.no-family", child.code());
        }
        String own = child.families().values().stream().sorted().collect(Collectors.joining(", "));
        return family.isEmpty()
                ? Reason.of("registration.which-family", child.code(), own)
                : Reason.of("registration.not-its-family", family, child.code(), own);
    }

    private void judgeDays(List<Objection> objections) {
        if (to.isBefore(activity.from()) || from.isAfter(activity.to())) {
            objections.add(new Objection(
                    "from",
                    Reason.of("registration.outside-activity", activity.code(), activity.from(), activity.to())));
        } else if (from.isAfter(to)) {
            objections.add(new Objection("to", Reason.of("registration.order", from, to)));
        }
    }

    /** Whether the child is of those for whom the activity is: of its school, and of its ages on the first day. */
    private void judgeChild(List<Objection> objections) {
        if (from.isAfter(to)) {
            return;
        }
        String school = activity.schoolCode();
        if (school != null && !child.schools().isEverAt(school, from, to)) {
            objections.add(new Objection(
                    "activity", Reason.of("registration.for-school", activity.code(), school, child.code())));
        }
        if (!exempt && !activity.ages().isAny()) {
            judgeAge(objections);
        }
    }

    private void judgeAge(List<Objection> objections) {
        LocalDate birth = child.birthOn();
        if (birth == null) {
            objections.add(
                    new Objection("child", Reason.of("registration.age-unknown", activity.code(), child.code())));
            return;
        }
        LocalDate first = from.isBefore(activity.from()) ? activity.from() : from;
        int age = Period.between(birth, first).getYears();
        Integer youngest = activity.ages().lowest();
        Integer oldest = activity.ages().highest();
        if (youngest != null && age < youngest) {
            LocalDate oldEnough = birth.plusYears(youngest);
            objections.add(new Objection(
                    "child",
                    oldEnough.isAfter(activity.to())
                            ? Reason.of("registration.too-young-all", activity.code(), youngest, child.code())
                            : Reason.of(
                                    "registration.too-young",
                                    activity.code(),
                                    youngest,
                                    child.code(),
                                    age,
                                    first,
                                    oldEnough)));
        } else if (oldest != null && age > oldest) {
            objections.add(new Objection(
                    "child", Reason.of("registration.too-old", activity.code(), oldest, child.code(), age, first)));
        }
    }

    /**
     * Registrations of one child and activity may overlap only for different families. One that there is already stays, for
     * whom it is now: the rules on the child are for those that are asked for.
     */
    private RegistrationDecision beside(Registration asked) {
        List<Objection> objections = new ArrayList<>(0);
        Optional<Registration> same = Optional.empty();
        for (Registration other : child.known()) {
            if (other.activityId() != asked.activityId() || other.familyId() != asked.familyId()) {
                continue;
            }
            boolean sameStart = other.from().equals(from);
            if (sameStart && other.id() != 0 && other.state() == state) {
                same = Optional.of(other);
            } else if (sameStart || (other.state() != RegistrationState.REFUSED && other.overlaps(from, to))) {
                objections.add(new Objection(
                        "from",
                        Reason.of(
                                "registration.overlap." + other.state().code(),
                                child.code(),
                                other.from(),
                                other.to(),
                                activity.code())));
                break;
            }
        }
        if (same.isEmpty()) {
            judgeChild(objections);
        }
        return objections.isEmpty()
                ? RegistrationDecision.allowed(new RegistrationChange(same, asked))
                : RegistrationDecision.refused(objections);
    }
}
