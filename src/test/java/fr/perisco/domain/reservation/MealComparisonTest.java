package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MealComparisonTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 14);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDateTime THURSDAY_BEFORE = LocalDateTime.of(2016, 11, 10, 9, 0);
    private static final UnitScope WEEK = scope(MONDAY, MONDAY.plusDays(6), "CANTINE", null);

    private static UnitScope scope(LocalDate from, LocalDate to, @Nullable String activity, @Nullable String school) {
        return new UnitScope(new DaySpan(from, to), activity, null, school);
    }

    private static MealCount meals(LocalDate day, String school, String diet, int meals) {
        return new MealCount(day, "CANTINE", "REPAS", school, diet, meals);
    }

    private static MealOrder order(long number, UnitScope scope, MealCount... counts) {
        return new MealOrder(
                number, THURSDAY_BEFORE.plusDays(number - 1), "clerk", scope, "caterer", "", List.of(counts));
    }

    private static List<String> told(MealComparison comparison) {
        return comparison.changes().stream()
                .map(change -> "%s %s %s %d>%d"
                        .formatted(
                                change.day().getDayOfWeek(),
                                change.school(),
                                change.diet(),
                                change.ordered(),
                                change.now()))
                .toList();
    }

    @Test
    void onlyWhatDiffersIsTold() {
        MealOrder sent = order(1, WEEK, meals(MONDAY, "BOURG", "", 10), meals(TUESDAY, "BOURG", "", 12));
        MealComparison found = MealComparison.of(
                WEEK, List.of(sent), List.of(meals(MONDAY, "BOURG", "", 10), meals(TUESDAY, "BOURG", "", 11)));
        assertThat(told(found)).containsExactly("TUESDAY BOURG  12>11");
        assertThat(found.changes().get(0).difference()).isEqualTo(-1);
        assertThat(found.changes().get(0).since()).isEqualTo(THURSDAY_BEFORE);
        assertThat(found.isSame()).isFalse();
    }

    @Test
    void whatNobodyWantsAnyMoreAndWhatIsNewAreChanges() {
        MealOrder sent = order(1, WEEK, meals(MONDAY, "BOURG", "sans porc", 3));
        MealComparison found =
                MealComparison.of(WEEK, List.of(sent), List.of(meals(MONDAY, "MOULIN", "sans viande", 2)));
        assertThat(told(found)).containsExactly("MONDAY BOURG sans porc 3>0", "MONDAY MOULIN sans viande 0>2");
        assertThat(found.unordered()).isEmpty();
    }

    @Test
    void aCorrectionTakesThePlaceOfItsDayAloneAndTheOrderOfRecordingDecides() {
        MealOrder week = order(1, WEEK, meals(MONDAY, "BOURG", "", 10), meals(TUESDAY, "BOURG", "", 12));
        MealOrder monday = order(2, scope(MONDAY, MONDAY, "CANTINE", null), meals(MONDAY, "BOURG", "", 9));
        MealComparison found = MealComparison.of(
                WEEK, List.of(monday, week), List.of(meals(MONDAY, "BOURG", "", 9), meals(TUESDAY, "BOURG", "", 12)));
        assertThat(found.isSame()).isTrue();
        assertThat(found.last()).contains(monday);
    }

    @Test
    void anOrderForOneSchoolLeavesTheOthersNeverOrdered() {
        MealOrder bourg = order(1, scope(MONDAY, TUESDAY, "CANTINE", "BOURG"), meals(MONDAY, "BOURG", "", 10));
        MealComparison found = MealComparison.of(
                WEEK,
                List.of(bourg),
                List.of(
                        meals(MONDAY, "BOURG", "", 10),
                        meals(MONDAY, "MOULIN", "", 7),
                        meals(MONDAY, "", "", 1),
                        meals(MONDAY.plusDays(3), "BOURG", "", 10)));
        assertThat(found.changes()).isEmpty();
        assertThat(found.unordered())
                .containsExactly(
                        new UnorderedMeals("CANTINE", "REPAS", "", List.of(MONDAY)),
                        new UnorderedMeals("CANTINE", "REPAS", null, List.of(MONDAY.plusDays(3))),
                        new UnorderedMeals("CANTINE", "REPAS", "MOULIN", List.of(MONDAY)));
    }

    @Test
    void ordersAboutSomethingElseDoNotMatter() {
        MealOrder childcare = order(1, scope(MONDAY, TUESDAY, "ACCUEILS", null));
        MealOrder nextWeek = order(2, scope(MONDAY.plusDays(7), MONDAY.plusDays(8), "CANTINE", null));
        MealComparison found =
                MealComparison.of(WEEK, List.of(childcare, nextWeek), List.of(meals(MONDAY, "BOURG", "", 1)));
        assertThat(found.last()).isEmpty();
        assertThat(found.unordered()).containsExactly(new UnorderedMeals("CANTINE", "REPAS", null, List.of(MONDAY)));
    }

    @Test
    void whateverWasOrderedAddingTheDifferencesGivesWhatIsExpected() {
        Dice.rolls(300, dice -> {
            List<MealOrder> orders = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                LocalDate from = MONDAY.plusDays(dice.between(0, 3));
                UnitScope about = scope(from, from.plusDays(dice.between(0, 2)), null, dice.oneIn(3) ? "BOURG" : null);
                orders.add(order(
                        number, about, some(dice).stream().filter(about::covers).toArray(MealCount[]::new)));
            }
            List<MealCount> now = some(dice).stream().filter(WEEK::covers).toList();
            MealComparison found = MealComparison.of(WEEK, orders, now);

            Map<String, Integer> summed = new TreeMap<>();
            for (LocalDate day : WEEK.days().days().toList()) {
                for (String school : List.of("", "BOURG", "MOULIN")) {
                    orders.stream()
                            .filter(order -> order.scope().covers(meals(day, school, "", 1)))
                            .reduce((earlier, later) -> later)
                            .ifPresent(order -> order.counts().stream()
                                    .filter(count -> count.day().equals(day)
                                            && count.school().equals(school))
                                    .forEach(count -> summed.merge(cell(count), count.meals(), Integer::sum)));
                }
            }
            found.changes()
                    .forEach(change -> summed.merge(
                            change.day() + change.school() + change.diet(), change.difference(), Integer::sum));
            summed.values().removeIf(meals -> meals == 0);
            Map<String, Integer> expected = new TreeMap<>();
            now.stream()
                    .filter(count ->
                            orders.stream().anyMatch(order -> order.scope().covers(count)))
                    .forEach(count -> expected.put(cell(count), count.meals()));
            assertThat(summed).isEqualTo(expected);
        });
    }

    private static String cell(MealCount count) {
        return count.day() + count.school() + count.diet();
    }

    private static List<MealCount> some(Dice dice) {
        List<MealCount> counts = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (String school : List.of("", "BOURG", "MOULIN")) {
                for (String diet : List.of("", "sans porc")) {
                    if (dice.heads()) {
                        counts.add(meals(MONDAY.plusDays(day), school, diet, dice.between(1, 3)));
                    }
                }
            }
        }
        return counts;
    }
}
