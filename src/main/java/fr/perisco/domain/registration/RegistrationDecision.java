package fr.perisco.domain.registration;

import java.util.List;
import java.util.Optional;

/**
 * The decision on a registration that is asked for.
 *
 * @param objections all that speaks against it
 * @param change what becomes of the child's registrations; empty when something speaks against it
 */
public record RegistrationDecision(List<Objection> objections, Optional<RegistrationChange> change) {
    public RegistrationDecision {
        objections = List.copyOf(objections);
        if (objections.isEmpty() == change.isEmpty()) {
            throw new IllegalArgumentException("either objections or a change");
        }
    }

    static RegistrationDecision refused(List<Objection> objections) {
        return new RegistrationDecision(objections, Optional.empty());
    }

    static RegistrationDecision allowed(RegistrationChange change) {
        return new RegistrationDecision(List.of(), Optional.of(change));
    }
}
