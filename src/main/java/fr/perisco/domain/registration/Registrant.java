package fr.perisco.domain.registration;

import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchoolHistory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a child that is to be registered.
 *
 * @param birthOn null when it is not known
 * @param families the child's families, their codes by their keys
 * @param memberships since when and until when it belongs to those of them to which it does not for good, by their keys
 * @param schools where it goes to school
 * @param known its registrations; those without a key were asked for in the same file
 */
public record Registrant(
        long id,
        String code,
        @Nullable LocalDate birthOn,
        Map<Long, String> families,
        Map<Long, Membership> memberships,
        SchoolHistory schools,
        List<Registration> known) {
    /** When it belongs to one of its families. */
    public Membership membershipOf(long familyId) {
        return memberships.getOrDefault(familyId, Membership.ALWAYS);
    }
}
