package fr.perisco.domain.tariff;

import fr.perisco.domain.family.Level;
import org.jspecify.annotations.Nullable;

/**
 * What of a child its price may depend on, on one day.
 *
 * @param age in completed years; null when the birth date is not known
 * @param level null when it is not known
 * @param rank 1 for the eldest of the family's registered children
 * @param bringsMeal whether it eats a meal of its own
 */
public record PricedChild(@Nullable Integer age, @Nullable Level level, int rank, boolean bringsMeal) {
    /** A child of which nothing is known: rows with conditions do not cover it, but for those on a first child. */
    public static final PricedChild UNKNOWN = new PricedChild(null, null, 1, false);

    /** Such as {@code age=6 level=CP rank=1}; what it eats is not told. */
    public String written() {
        return "age=" + (age == null ? "?" : age) + " level=" + (level == null ? "?" : level) + " rank=" + rank;
    }
}
