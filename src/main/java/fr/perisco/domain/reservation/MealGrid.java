package fr.perisco.domain.reservation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The meals of one unit by school, diet and day, with every total. */
public record MealGrid(List<MealCount> counts) {
    public MealGrid {
        counts = List.copyOf(counts);
    }

    /** The days on which anybody is expected. */
    public List<LocalDate> days() {
        return counts.stream().map(MealCount::day).distinct().sorted().toList();
    }

    /** The schools' codes, in their order; the empty one, of children without a school, at the end. */
    public List<String> schools() {
        List<String> known = counts.stream()
                .map(MealCount::school)
                .filter(school -> !school.isEmpty())
                .distinct()
                .sorted()
                .toList();
        boolean others = counts.stream().anyMatch(count -> count.school().isEmpty());
        return others ? Stream.concat(known.stream(), Stream.of("")).toList() : known;
    }

    /** The diets of a school, or of all when null, in their order; the empty one, of those who eat everything, first. */
    public List<String> diets(@Nullable String school) {
        return counts.stream()
                .filter(of(school, null, null))
                .map(MealCount::diet)
                .distinct()
                .sorted()
                .toList();
    }

    /** How many meals; null stands for all schools, diets or days. */
    public int meals(@Nullable String school, @Nullable String diet, @Nullable LocalDate day) {
        return counts.stream()
                .filter(of(school, diet, day))
                .mapToInt(MealCount::meals)
                .sum();
    }

    private static Predicate<MealCount> of(@Nullable String school, @Nullable String diet, @Nullable LocalDate day) {
        return count -> (school == null || count.school().equals(school))
                && (diet == null || count.diet().equals(diet))
                && (day == null || count.day().equals(day));
    }
}
