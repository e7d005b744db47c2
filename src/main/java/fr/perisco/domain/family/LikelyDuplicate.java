package fr.perisco.domain.family;

import java.util.Set;

/**
 * Two families that may be one.
 *
 * @param family code of the one that was entered first
 * @param duplicate code of the other
 * @param likenesses why, at least one
 */
public record LikelyDuplicate(
        String family, String name, String duplicate, String duplicateName, Set<Likeness> likenesses) {
    public LikelyDuplicate {
        likenesses = Set.copyOf(likenesses);
    }
}
