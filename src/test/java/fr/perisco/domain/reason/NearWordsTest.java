package fr.perisco.domain.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearWordsTest {
    @Test
    void aLetterWrongMissingTooMuchOrSwappedIsASlip() {
        for (String written : List.of("CANTINA", "CANTIN", "CANTTINE", "CANITNE", "cantine")) {
            assertThat(NearWords.of(written, List.of("MERCREDI", "CANTINE")))
                    .as(written)
                    .containsExactly("CANTINE");
        }
    }

    @Test
    void threeSlipsAreAnotherWord() {
        assertThat(NearWords.of("KANDIME", List.of("CANTINE"))).isEmpty();
    }

    @Test
    void shortWordsMayHoldFewerSlips() {
        assertThat(NearWords.of("AX", List.of("PM", "AM"))).containsExactly("AM");
        assertThat(NearWords.of("X", List.of("A"))).isEmpty();
    }

    @Test
    void onlyTheNearestAreOfferedAndThreeAtMost() {
        assertThat(NearWords.of("F0001", List.of("F0011", "f0001"))).containsExactly("f0001");
        assertThat(NearWords.of("F0000", List.of("F0001", "F0002", "F0003", "F0004", "F1000")))
                .containsExactly("F0001", "F0002", "F0003");
    }

    @Test
    void aNumberWithAZeroTooFewIsMeantFirst() {
        assertThat(NearWords.of("F001", List.of("F0010", "F0001", "F0012"))).startsWith("F0001");
    }
}
