package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DocumentWordsTest {

    @Test
    void valuesTakeTheirPlaceAndAreNotSearched() {
        assertThat(DocumentWords.text("page", "{1}", "3")).isEqualTo("Page\u00A0{1}/3");
    }

    @Test
    void anUnknownKeyOrAMissingValueIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentWords.text("no.such.key"));
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentWords.text("page", "1"));
    }
}
