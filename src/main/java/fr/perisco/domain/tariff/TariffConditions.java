package fr.perisco.domain.tariff;

import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.family.Level;
import java.util.Collections;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which children a tariff row is for. A condition that is not set leaves all in; there is no precedence: where two rows of one
 * band would cover a child, the setup is refused.
 *
 * @param ages in completed years on the day
 * @param levels school levels; empty for all
 * @param ranks of the child among the family's registered children, 1 for the eldest
 * @param ownMeal whether for children who bring their meal, or for those who do not; null for both
 */
public record TariffConditions(
        NumberRange ages,
        Set<Level> levels,
        NumberRange ranks,
        @Nullable Boolean ownMeal) {
    public static final TariffConditions NONE = new TariffConditions(NumberRange.ANY, Set.of(), NumberRange.ANY, null);

    public TariffConditions {
        levels = Collections.unmodifiableSet(new TreeSet<>(levels));
    }

    public boolean isNone() {
        return ages.isAny() && levels.isEmpty() && ranks.isAny() && ownMeal == null;
    }

    public boolean covers(PricedChild child) {
        Integer age = child.age();
        return (ages.isAny() || (age != null && ages.contains(age)))
                && (levels.isEmpty() || (child.level() != null && levels.contains(child.level())))
                && ranks.contains(child.rank())
                && (ownMeal == null || ownMeal == child.bringsMeal());
    }

    /** Whether some child is covered by both. */
    public boolean meet(TariffConditions other) {
        return ages.meets(other.ages)
                && (levels.isEmpty() || other.levels.isEmpty() || !Collections.disjoint(levels, other.levels))
                && ranks.meets(other.ranks)
                && (ownMeal == null || other.ownMeal == null || ownMeal.equals(other.ownMeal));
    }

    /** Such as {@code min_rank=3}, with the names of the tariff file's columns; empty where there is none. */
    public String written() {
        StringJoiner conditions = new StringJoiner(" ");
        add(conditions, "min_age", ages.lowest());
        add(conditions, "max_age", ages.highest());
        add(conditions, "levels", levels.isEmpty() ? null : writtenLevels());
        add(conditions, "min_rank", ranks.lowest());
        add(conditions, "max_rank", ranks.highest());
        add(conditions, "own_meal", ownMeal == null ? null : ownMeal ? "yes" : "no");
        return conditions.toString();
    }

    private static void add(StringJoiner conditions, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(name + "=" + value);
        }
    }

    /** Such as {@code PS,MS,GS}; empty for all. */
    public String writtenLevels() {
        StringJoiner names = new StringJoiner(",");
        levels.forEach(level -> names.add(level.name()));
        return names.toString();
    }
}
