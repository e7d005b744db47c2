package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.perisco.exchange.pdf.RollCallSheet.Mark;
import fr.perisco.exchange.pdf.RollCallSheet.Pupil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollCallPdfTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 14);
    private static final List<LocalDate> WEEK =
            List.of(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(3), MONDAY.plusDays(4));

    private static RollCallSheet sheet(String school, String schoolClass, List<LocalDate> days, List<Pupil> pupils) {
        return new RollCallSheet(
                "Service périscolaire", school, schoolClass, "RESTAURANT SCOLAIRE", "Repas", days, pupils);
    }

    private static Pupil pupil(String name, Mark... marks) {
        return new Pupil(name, "sans porc", List.of("Mme 0639980001", "M. 06.39.98.00.02"), List.of(marks));
    }

    private static byte[] bytes(RollCallSheet... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RollCallPdf pdf = new RollCallPdf(out, MONDAY)) {
            for (RollCallSheet sheet : sheets) {
                pdf.add(sheet);
            }
        }
        return out.toByteArray();
    }

    private static ReadBack read(RollCallSheet... sheets) throws IOException {
        return ReadBack.of(bytes(sheets));
    }

    private static List<Pupil> many(int count, Mark... marks) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            pupils.add(pupil("ENFANT%02d Zoé".formatted(i), marks));
        }
        return pupils;
    }

    @Test
    void saysWhoIsExpectedWhatTheyEatAndWhomToCall() throws IOException {
        ReadBack pdf = read(sheet("École du Bourg", "CE1 A", List.of(MONDAY), many(2, Mark.EXPECTED)));
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.text())
                .containsSubsequence(
                        "Service périscolaire",
                        "École du Bourg – CE1 A",
                        "lundi 14",
                        "2016",
                        "RESTAURANT SCOLAIRE – Repas",
                        "1 ENFANT01 Zoé sans porc Mme 06 39 98 00 01 – M. 06 39 98 00 02",
                        "2 ENFANT02 Zoé",
                        "Attendus : 2",
                        "Venus sans réservation",
                        "Page 1/1");
    }

    @Test
    void aClassLongerThanAPageGoesOnUnderTheSameHeading() throws IOException {
        ReadBack pdf = read(sheet("École du Bourg", "CE1 A", List.of(MONDAY), many(50, Mark.EXPECTED)));
        assertThat(pdf.pages()).isEqualTo(2);
        for (int page = 1; page <= 2; page++) {
            assertThat(pdf.text(page))
                    .contains("École du Bourg – CE1 A", "Nom prénom", "À prévenir", "Page " + page + "/2");
        }
        assertThat(pdf.text(1)).contains("ENFANT01 Zoé").doesNotContain("Attendus");
        assertThat(pdf.text(2)).contains("ENFANT50 Zoé", "Attendus : 50");
    }

    @Test
    void aClassOfThirtyFiveFitsOnAPage() throws IOException {
        assertThat(read(sheet("École du Bourg", "CE1 A", List.of(MONDAY), many(35, Mark.EXPECTED)))
                        .pages())
                .isEqualTo(1);
    }

    @Test
    void attendanceThatIsRecordedIsTicked() throws IOException {
        String text = read(sheet(
                        "École du Bourg",
                        "CE1 A",
                        List.of(MONDAY),
                        List.of(
                                pupil("Ici", Mark.PRESENT),
                                pupil("Là-bas", Mark.ABSENT),
                                pupil("Excusée", Mark.EXCUSED),
                                pupil("Imprévu", Mark.CAME_UNEXPECTED))))
                .text();
        assertThat(text)
                .containsSubsequence("1 Ici", " X ", "2 Là-bas", " X ", "3 Excusée", " E ")
                .containsSubsequence("Attendus : 3", "Venus sans réservation", "Imprévu", " X ");
    }

    @Test
    void aWeekHasAColumnADayWithItsTotal() throws IOException {
        String text = read(sheet(
                        "École du Bourg",
                        "CE1 A",
                        WEEK,
                        List.of(
                                pupil("Ici", Mark.PRESENT, Mark.EXPECTED, Mark.NOT_EXPECTED, Mark.EXPECTED),
                                pupil("Ailleurs", Mark.ABSENT, Mark.EXCUSED, Mark.CAME_UNEXPECTED, Mark.EXPECTED))))
                .text();
        assertThat(text)
                .containsSubsequence(
                        "du lundi 14", "au vendredi 18", "2016", "lun. 14", "mar. 15", "jeu. 17", "ven. 18")
                .containsSubsequence("1 Ici", "P", "–", "2 Ailleurs", "A", "E", "P", "Attendus : 2 2 2 0 2");
    }

    @Test
    void withoutSchoolAndClassAndWithANameOfHundredLetters() throws IOException {
        ReadBack pdf = read(sheet(
                "", "", List.of(LocalDate.of(2016, 12, 1)), List.of(pupil("Élan de la ".repeat(9), Mark.EXPECTED))));
        assertThat(pdf.text()).contains("Sans école connue – sans classe", "jeudi 1er décembre 2016", "Élan de la");
        for (ReadBack.Place place : pdf.places(1)) {
            assertThat(place.x()).isBetween(14f, 196f);
            assertThat(place.y()).isBetween(8f, 290f);
        }
        String unbroken = "y".repeat(300);
        ReadBack long300 = read(sheet(unbroken, unbroken, WEEK, Collections.nCopies(3, pupil(unbroken, many(4)))));
        assertThat(long300.pages()).isEqualTo(1);
    }

    private static Mark[] many(int count) {
        return Collections.nCopies(count, Mark.EXPECTED).toArray(Mark[]::new);
    }

    @Test
    void eachSheetHasPagesOfItsOwnAndTheSameSheetsGiveTheSameBytes() throws IOException {
        RollCallSheet one = sheet("École du Bourg", "CE1 A", List.of(MONDAY), many(3, Mark.EXPECTED));
        RollCallSheet other = sheet("École du Bourg", "CE1 B", List.of(MONDAY), many(4, Mark.EXPECTED));
        ReadBack pdf = read(one, other);
        assertThat(pdf.pages()).isEqualTo(2);
        assertThat(pdf.text(2)).contains("CE1 B", "Page 1/1").doesNotContain("CE1 A");
        assertThat(bytes(one, other)).isEqualTo(bytes(one, other));
        assertThat(bytes()).isEmpty();
    }

    @Test
    void aLetterThatNoFontHasIsTold() throws IOException {
        try (RollCallPdf pdf = new RollCallPdf(new ByteArrayOutputStream(), MONDAY)) {
            assertThat(pdf.add(sheet("", "", List.of(MONDAY), List.of(pupil("😀\u0007", Mark.EXPECTED))))
                            .toString())
                    .isEqualTo("U+1F600");
        }
    }

    @Test
    void everyChildHasAMarkADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sheet("", "", WEEK, List.of(pupil("Ici", Mark.EXPECTED))));
    }
}
