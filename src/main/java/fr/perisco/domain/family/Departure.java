package fr.perisco.domain.family;

import java.time.LocalDate;
import java.util.List;

/**
 * A guardian who left a family and has had one of its own since. See the decision 0009.
 *
 * @param family code of the family that was left
 * @param into code of the guardian's own family
 * @param from first day of that
 * @param known the guardian as both families knew them; none once the guardian's own family is erased
 */
public record Departure(String family, String into, LocalDate from, List<Guardian> known) {
    public Departure {
        known = List.copyOf(known);
    }

    /** Whether it is not known any more who left. */
    public boolean isForgotten() {
        return known.isEmpty();
    }

    /**
     * The family as a file tells of it, but for a guardian who left and would come back by that. Who was forgotten may be any second
     * guardian whom the family does not have.
     *
     * @param before the family as it stands, which has the guardian again where somebody brought them back
     */
    public Family keepOut(Family told, Family before) {
        Guardian second = told.second();
        Guardian standing = before.second();
        if (isForgotten()) {
            boolean isOther = second != null && (standing == null || !standing.isSamePerson(second));
            return isOther ? told.withGuardians(told.guardian(), standing) : told;
        }
        if (left(before.guardian()) || (standing != null && left(standing))) {
            return told;
        }
        if (left(told.guardian())) {
            return told.withGuardians(before.guardian(), standing);
        }
        return second != null && left(second) ? told.withGuardians(told.guardian(), standing) : told;
    }

    private boolean left(Guardian guardian) {
        return known.stream().anyMatch(guardian::isSamePerson);
    }
}
