package fr.perisco.domain.reservation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is expected now beside what was ordered. For each day, unit and school the last order counts that was recorded and covers
 * it: a correction takes the place of what it is about, and leaves the rest as it was.
 *
 * @param changes the counts that differ, in the order of days, units, schools and diets
 * @param unordered where children are expected and nothing was ever ordered, in the order of units and schools
 * @param last the last order that is about any of it; empty when there is none
 */
public record MealComparison(List<MealChange> changes, List<UnorderedMeals> unordered, Optional<MealOrder> last) {
    private static final Comparator<MealCount> BY_CELL = Comparator.comparing(MealCount::day)
            .thenComparing(MealCount::activity)
            .thenComparing(MealCount::unit)
            .thenComparing(MealCount::school)
            .thenComparing(MealCount::diet);

    private static final Comparator<UnorderedMeals> BY_UNIT = Comparator.comparing(UnorderedMeals::activity)
            .thenComparing(UnorderedMeals::unit)
            .thenComparing(meals -> meals.school() == null ? "" : meals.school())
            .thenComparing(meals -> meals.school() == null);

    public MealComparison {
        changes = List.copyOf(changes);
        unordered = List.copyOf(unordered);
    }

    /**
     * @param scope what to compare
     * @param orders in whatever order; those about something else don't matter
     * @param now what is expected in the scope
     */
    public static MealComparison of(UnitScope scope, Collection<MealOrder> orders, List<MealCount> now) {
        List<MealOrder> newestFirst = orders.stream()
                .filter(order -> order.scope().meets(scope))
                .sorted(Comparator.comparing(MealOrder::number).reversed())
                .toList();
        Map<MealCount, Integer> expected = new TreeMap<>(BY_CELL);
        now.forEach(count -> expected.merge(count, count.meals(), Integer::sum));
        Map<Long, Map<MealCount, Integer>> sent = new HashMap<>();
        TreeSet<MealCount> cells = new TreeSet<>(BY_CELL);
        cells.addAll(expected.keySet());
        for (MealOrder order : newestFirst) {
            Map<MealCount, Integer> counts = new TreeMap<>(BY_CELL);
            order.counts().stream().filter(scope::covers).forEach(count -> counts.put(count, count.meals()));
            sent.put(order.number(), counts);
            cells.addAll(counts.keySet());
        }
        List<MealChange> changes = new ArrayList<>();
        List<MealCount> never = new ArrayList<>();
        for (MealCount cell : cells) {
            int isNow = expected.getOrDefault(cell, 0);
            inForce(cell, newestFirst)
                    .ifPresentOrElse(
                            order -> {
                                int was = sent.getOrDefault(order.number(), Map.of())
                                        .getOrDefault(cell, 0);
                                if (was != isNow) {
                                    changes.add(change(cell, was, isNow, order));
                                }
                            },
                            () -> never.add(cell));
        }
        return new MealComparison(
                changes, grouped(never, newestFirst), newestFirst.stream().findFirst());
    }

    /** Whether what was ordered is what is expected. */
    public boolean isSame() {
        return changes.isEmpty() && unordered.isEmpty();
    }

    private static Optional<MealOrder> inForce(MealCount cell, List<MealOrder> newestFirst) {
        return newestFirst.stream().filter(order -> order.scope().covers(cell)).findFirst();
    }

    private static MealChange change(MealCount cell, int ordered, int now, MealOrder order) {
        return new MealChange(
                cell.day(), cell.activity(), cell.unit(), cell.school(), cell.diet(), ordered, now, order.sentAt());
    }

    private static List<UnorderedMeals> grouped(List<MealCount> never, List<MealOrder> orders) {
        Map<UnorderedMeals, TreeSet<LocalDate>> days = new TreeMap<>(BY_UNIT);
        for (MealCount cell : never) {
            boolean orderedForOthers =
                    orders.stream().anyMatch(order -> order.scope().coversUnit(cell));
            @Nullable String school = orderedForOthers ? cell.school() : null;
            days.computeIfAbsent(
                            new UnorderedMeals(cell.activity(), cell.unit(), school, List.of()), key -> new TreeSet<>())
                    .add(cell.day());
        }
        return days.entrySet().stream()
                .map(group -> new UnorderedMeals(
                        group.getKey().activity(),
                        group.getKey().unit(),
                        group.getKey().school(),
                        List.copyOf(group.getValue())))
                .toList();
    }
}
