package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

    @ParameterizedTest
    @CsvSource({
        "E\\u0301le\\u0300ve, \\u00C9l\\u00E8ve",
        "a\\rb, a b",
        "a\\u0009b, a b",
        "a\\u0008b, ab",
        "\\u001b[31mrouge, [31mrouge",
        "\\u009b31m, 31m",
        "\\u202egnp.exe, gnp.exe",
        "a\\u2066b\\u2069c\\u200fd, abcd",
        "Du\\u00adpont, Dupont",
        "a\\u2028b\\u0085c, a b c",
        "e\\u200d\\u0301, \\u00E9",
        "\\u2764\\ufe0f, \\u2764",
        "1\\u202f234, 1\\u00A0234",
        "a\\u2003b, a b",
    })
    void isComposedAndWithoutWhatCannotBeSeen(String text, String printable) {
        assertThat(PrintableText.of(unescaped(text))).isEqualTo(unescaped(printable));
    }

    @Test
    void ordinaryTextIsLeftAlone() {
        String text = "Mme Zoé d’Aÿ-Œuvre, n° 12 bis – « l’École » 1 234,50 €";

        assertThat(PrintableText.of(text)).isEqualTo(text);
    }

    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                result.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.startsWith("\\r", i)) {
                result.append('\r');
                i++;
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }
}
