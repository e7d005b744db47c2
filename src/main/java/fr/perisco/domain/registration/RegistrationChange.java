package fr.perisco.domain.registration;

import java.util.Optional;

/**
 * What becomes of a registration.
 *
 * @param before the one of the same child, activity, family and first day; empty when there is none
 * @param after without a key
 */
public record RegistrationChange(Optional<Registration> before, Registration after) {
    public boolean isNew() {
        return before.isEmpty();
    }

    /** Whether it is known already, with the same last day. */
    public boolean isNothing() {
        return before.filter(known -> known.to().equals(after.to())).isPresent();
    }
}
