package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.reservation.MealChange;
import fr.perisco.domain.reservation.MealCount;
import fr.perisco.domain.reservation.MealGrid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KitchenPdfTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 14);
    private static final Map<String, String> SCHOOLS = Map.of("BOURG", "École du Bourg", "MOULIN", "École Moulin");

    private static MealCount meals(int day, String school, String diet, int meals) {
        return new MealCount(MONDAY.plusDays(day), "CANTINE", "REPAS", school, diet, meals);
    }

    private static byte[] week(List<MealCount> counts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KitchenWeek week =
                new KitchenWeek("Service périscolaire", "RESTAURANT", "Repas", new MealGrid(counts), SCHOOLS);
        new KitchenPdf().write(List.of(week), out, MONDAY);
        return out.toByteArray();
    }

    @Test
    void aWeekWithTotalsBySchoolByDayAndOverall() throws IOException {
        List<MealCount> counts = List.of(
                meals(0, "BOURG", "", 100),
                meals(0, "BOURG", "sans porc", 20),
                meals(1, "BOURG", "", 900),
                meals(1, "MOULIN", "sans porc", 7),
                meals(1, "", "", 1));
        ReadBack pdf = ReadBack.of(week(counts));
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.text())
                .containsSubsequence(
                        "du lundi 14",
                        "au mardi 15",
                        "2016",
                        "RESTAURANT – Repas",
                        "lundi 14 mardi 15 Total",
                        "École du Bourg 120 900 1 020",
                        "– menu standard 100 900 1 000",
                        "– sans porc 20 – 20",
                        "École Moulin – 7 7",
                        "Sans école connue – 1 1",
                        "Toutes les écoles 120 908 1 028",
                        "– menu standard 100 901 1 001",
                        "– sans porc 20 7 27");
        assertThat(week(counts)).isEqualTo(week(counts));
    }

    @Test
    void aWeekStaysOnAPageWhileItsLettersCanBeRead() throws IOException {
        assertThat(ReadBack.of(week(town(8))).pages()).isEqualTo(1);
        ReadBack large = ReadBack.of(week(town(40)));
        assertThat(large.pages()).isGreaterThan(1);
        assertThat(large.text(large.pages())).contains("lundi 14", "Toutes les écoles");
    }

    private static List<MealCount> town(int schools) {
        List<MealCount> counts = new ArrayList<>();
        for (int day = 0; day < 5; day++) {
            for (int school = 0; school < schools; school++) {
                for (String diet : List.of("", "sans porc", "sans viande", "sans gluten")) {
                    counts.add(meals(day, "E%02d".formatted(school), diet, 1 + school));
                }
            }
        }
        return counts;
    }

    @Test
    void aCorrectionSaysWhatItWasWhatItIsAndSinceWhen() throws IOException {
        MealChange less =
                new MealChange(MONDAY, "CANTINE", "REPAS", "BOURG", "", 131, 128, LocalDateTime.of(2016, 11, 10, 9, 5));
        MealChange more =
                new MealChange(MONDAY, "CANTINE", "REPAS", "", "sans porc", 0, 2, LocalDateTime.of(2016, 11, 9, 9, 0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new KitchenPdf()
                .write(
                        new MealCorrection(
                                "Service", List.of(less, more), Map.of("CANTINE REPAS", "RESTAURANT – Repas"), SCHOOLS),
                        out);
        assertThat(ReadBack.of(out.toByteArray()).text())
                .containsSubsequence(
                        "Correction de la commande",
                        "lundi 14",
                        "Dernière commande : jeudi 10",
                        "à 9 h 05",
                        "École du Bourg menu standard 10/11/2016 131 128 -3",
                        "sans porc 09/11/2016 0 2 +2");
    }
}
