package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainNamesTest {
    private final PlainNames names = new PlainNames();

    @Test
    void aNameHoldsSmallLettersDigitsAndHyphens() {
        assertThat(names.of(List.of("2016-11-14", "CANTINE", "École du Bourg", "CE2 A")))
                .isEqualTo("2016-11-14-cantine-ecole-du-bourg-ce2-a");
        assertThat(names.of(List.of("../../etc/passwd", "\u0000\u202e\n", "=1+1")))
                .isEqualTo("etc-passwd-1-1");
        assertThat(names.of(List.of("x".repeat(1000)))).hasSize(40);
    }

    @Test
    void noNameIsGivenTwiceEvenWhereCaseDoesNotCount() {
        assertThat(names.of(List.of("CE1/A"))).isEqualTo("ce1-a");
        assertThat(names.of(List.of("ce1 a"))).isEqualTo("ce1-a-2");
        assertThat(names.of(List.of("CE1 A", "2"))).isEqualTo("ce1-a-2-2");
    }
}
