package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private final Typesetter typesetter = new Typesetter();

    private static String text(TextLine line) {
        return line.runs().stream().map(TextLine.Run::text).collect(Collectors.joining());
    }

    private List<String> wrapped(String text, float width, int maxLines) {
        return typesetter.wrap(text, Typeface.REGULAR, 8, width, maxLines).stream()
                .map(TypesetterTest::text)
                .toList();
    }

    @Test
    void breaksAtSpacesAndLosesNoWord() {
        assertThat(wrapped("  RESTAURANT SCOLAIRE  JEAN MOULIN ", 30, 8))
                .containsExactly("RESTAURANT", "SCOLAIRE  JEAN", "MOULIN");
    }

    @Test
    void noLineIsWiderThanItsColumn() {
        String text = "Habsbourg-Lorraine de La Rochefoucauld " + "W".repeat(100) + " Ждан გიორგი iiiiiiiiii";
        for (float width = 3; width < 60; width += 0.7f) {
            float room = width;
            assertThat(typesetter.wrap(text, Typeface.BOLD, 7.6f, width, 1000))
                    .allSatisfy(line -> assertThat(line.widthAt(7.6f)).isLessThanOrEqualTo(room + 0.001f));
        }
    }

    @Test
    void aNoBreakSpaceHoldsAndIsReadAsASpace() {
        assertThat(wrapped("Montant 1\u00A0234,50\u00A0€", 16, 8)).containsExactly("Montant", "1 234,50 €");
    }

    @Test
    void whatIsTooLongEndsInAnEllipsis() {
        assertThat(wrapped("un deux trois quatre cinq", 12, 2)).containsExactly("un deux", "trois…");
        assertThat(wrapped("un deux", 12, 2)).containsExactly("un deux");
    }

    @Test
    void emptyTextIsOneEmptyLine() {
        assertThat(wrapped("", 10, 3)).containsExactly("");
        assertThat(wrapped("   ", 10, 3)).containsExactly("");
    }

    @Test
    void anAccentIsNeverPartedFromItsLetter() {
        String letters = "x\u0301".repeat(60);

        assertThat(wrapped(letters, 20, 100))
                .allSatisfy(line -> assertThat(line).startsWith("x"));
    }

    @Test
    void eachCharacterComesFromTheFirstFontThatHasIt() {
        TextLine line = typesetter.line("Kévin გი!", Typeface.REGULAR);

        assertThat(line.runs())
                .containsExactly(
                        new TextLine.Run(FontFile.SANS.font(), "Kévin "),
                        new TextLine.Run(FontFile.FALLBACK.font(), "გი"),
                        new TextLine.Run(FontFile.SANS.font(), "!"));
    }

    @Test
    void bothFacesHaveTheLettersOfEurope() {
        String letters =
                "ÀÂÄÆÇÉÈÊËÎÏÔŒÙÛÜŸàâäæçéèêëîïôœùûüÿ ĄĆĘŁŃÓŚŹŻąćęłńóśźż ČĎĚŇŘŠŤŮŽčďěňřšťůž ŐŰőű ĂÂÎȘȚăâîșț ĞİŞğış "
                        + "ÅØåø ÐÞðþ ÑñÃÕãõ ĀĒĢĪĶĻŅŪāēģīķļņū ĖĮŲėįų ĦħĠġĊċ ẞß "
                        + "ƠƯơưĐđẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ "
                        + "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩάέήίόύώς АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ "
                        + "ІЇЄҐ ЂЈЉЊЋЏ ѓќ «»’“”–—…€№";

        assertThat(typesetter.line(letters, Typeface.REGULAR).runs()).hasSize(1);
        assertThat(typesetter.line(letters, Typeface.BOLD).runs()).hasSize(1);
        assertThat(typesetter.missingCharacters().isEmpty()).isTrue();
    }
}
