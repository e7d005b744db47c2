package fr.perisco.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void twoPartsAddUpToTheWholeWhateverTheyAre() {
        for (int size = 1; size < 10_000; size += 7) {
            Share last = Share.last(size);
            for (long cents = 0; cents < 700; cents += 13) {
                Money whole = Money.ofCents(cents);
                assertThat(last.of(whole).plus(last.before().of(whole))).isEqualTo(whole);
            }
        }
    }

    @Test
    void aPartIsRoundedHalfUp() {
        assertThat(Share.last(5_000).before().of(Money.ofCents(271))).isEqualTo(Money.ofCents(136));
        assertThat(Share.last(5_000).of(Money.ofCents(271))).isEqualTo(Money.ofCents(135));
        assertThat(Share.WHOLE.of(Money.ofCents(271))).isEqualTo(Money.ofCents(271));
        assertThat(Share.last(3_333).percent()).isEqualTo("33.33");
        assertThat(Share.last(4_000).percent()).isEqualTo("40");
    }

    @Test
    void aShareLiesInTheWhole() {
        assertThatThrownBy(() -> new Share(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.last(10_001)).isInstanceOf(IllegalArgumentException.class);
    }
}
