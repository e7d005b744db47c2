package fr.perisco.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedTest {
    @Test
    void whatWasAskedForLatelyIsTheSameObject() {
        Repeated repeated = new Repeated();
        char[] row = "Valmourin;CE1;Valmourin;CE1".toCharArray();

        assertThat(repeated.piece(row, 0, 9)).isEqualTo("Valmourin").isSameAs(repeated.piece(row, 14, 9));
        assertThat(repeated.piece(row, 9, 0)).isEmpty();
    }

    @Test
    void piecesThatShareALengthAndSomeLettersAreNotTakenForEachOther() {
        Random random = new Random(20161103);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            letters.append("aabé0".charAt(random.nextInt(5)));
        }
        String text = letters.toString();
        char[] row = text.toCharArray();
        Repeated repeated = new Repeated();

        for (int i = 0; i < 50_000; i++) {
            int from = random.nextInt(text.length() - 12);
            int to = from + random.nextInt(12);
            assertThat(repeated.piece(row, from, to - from)).isEqualTo(text.substring(from, to));
        }
    }
}
