package fr.perisco.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Money MOST = Money.ofCents(Long.MAX_VALUE);
    private static final Money LEAST = Money.ofCents(Long.MIN_VALUE);
    private static final Money CENT = Money.ofCents(1);

    @Test
    void itCountsAsIntegersDo() {
        Dice.rolls(1_000, dice -> {
            long one = dice.random().nextLong() >> 2;
            long other = dice.random().nextLong() >> 2;
            Money a = Money.ofCents(one);
            Money b = Money.ofCents(other);
            assertThat(a.plus(b).cents()).isEqualTo(one + other);
            assertThat(a.minus(b).cents()).isEqualTo(one - other);
            assertThat(a.negated().cents()).isEqualTo(-one);
            assertThat(a.min(b).cents()).isEqualTo(Math.min(one, other));
            assertThat(a.max(b).cents()).isEqualTo(Math.max(one, other));
            assertThat(a.compareTo(b)).isEqualTo(Long.compare(one, other));
            assertThat(a.isPositive()).isEqualTo(one > 0);
            assertThat(a.isNegative()).isEqualTo(one < 0);
            assertThat(Money.ofEuros(a.euros())).isEqualTo(a);
            assertThat(new BigDecimal(a.toString())).isEqualByComparingTo(new BigDecimal(BigInteger.valueOf(one), 2));
        });
    }

    @Test
    void nothingOverflowsInSilence() {
        assertThatThrownBy(() -> MOST.plus(CENT)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LEAST.minus(CENT)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofEuros(new BigDecimal("92233720368547758.08")))
                .isInstanceOf(ArithmeticException.class);
        assertThat(Money.ofEuros(new BigDecimal("92233720368547758.07"))).isEqualTo(MOST);
    }

    @Test
    void aFractionOfACentIsNeverRoundedUnasked() {
        assertThatThrownBy(() -> Money.ofEuros(new BigDecimal("1.005"))).isInstanceOf(ArithmeticException.class);
        assertThat(Money.ofEuros(new BigDecimal("1.500"))).isEqualTo(Money.ofCents(150));
        assertThat(Money.ofEuros(new BigDecimal("1E+1"))).isEqualTo(Money.ofCents(1_000));
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, HALF_UP, 101",
        "1.00499, HALF_UP, 100",
        "-1.005, HALF_UP, -101",
        "1.005, DOWN, 100",
        "1.001, UP, 101",
        "1.005, HALF_EVEN, 100"
    })
    void itIsRoundedAsAsked(BigDecimal euros, RoundingMode rounding, long cents) {
        assertThat(Money.ofEuros(euros, rounding).cents()).isEqualTo(cents);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "5, 0.05", "1350, 13.50", "-600, -6.00", "-5, -0.05", "123456789, 1234567.89"})
    void itIsWrittenAsPlainEuros(long cents, String written) {
        assertThat(Money.ofCents(cents)).hasToString(written);
    }
}
