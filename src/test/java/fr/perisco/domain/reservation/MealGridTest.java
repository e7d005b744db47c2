package fr.perisco.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MealGridTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 14);

    private final MealGrid grid = new MealGrid(List.of(
            new MealCount(MONDAY.plusDays(1), "CANTINE", "REPAS", "", "", 1),
            new MealCount(MONDAY, "CANTINE", "REPAS", "MOULIN", "sans porc", 2),
            new MealCount(MONDAY, "CANTINE", "REPAS", "BOURG", "sans porc", 4),
            new MealCount(MONDAY, "CANTINE", "REPAS", "BOURG", "", 8)));

    @Test
    void whoHasNoSchoolStandsLastAndWhoEatsEverythingFirst() {
        assertThat(grid.schools()).containsExactly("BOURG", "MOULIN", "");
        assertThat(grid.diets(null)).containsExactly("", "sans porc");
        assertThat(grid.diets("MOULIN")).containsExactly("sans porc");
        assertThat(grid.days()).containsExactly(MONDAY, MONDAY.plusDays(1));
    }

    @Test
    void totalsBySchoolByDietByDayAndOverall() {
        assertThat(grid.meals("BOURG", null, null)).isEqualTo(12);
        assertThat(grid.meals(null, "sans porc", null)).isEqualTo(6);
        assertThat(grid.meals(null, null, MONDAY)).isEqualTo(14);
        assertThat(grid.meals(null, null, null)).isEqualTo(15);
        assertThat(grid.meals("BOURG", "sans porc", MONDAY.plusDays(1))).isZero();
    }
}
