package fr.perisco.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import fr.perisco.domain.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of a sum spread over what makes up the sum. */
class ProRataTest {
    private static List<Money> cents(long... cents) {
        List<Money> amounts = new ArrayList<>();
        for (long one : cents) {
            amounts.add(Money.ofCents(one));
        }
        return amounts;
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    @Test
    void sharesAreWholeCentsThatAddUpToThePartEachLessThanACentFromExact() {
        Dice.rolls(5_000, dice -> {
            List<Money> amounts = new ArrayList<>();
            for (int i = dice.between(1, 12); i > 0; i--) {
                amounts.add(Money.ofCents(dice.oneIn(4) ? -dice.between(0, 3_000) : dice.between(0, 20_000)));
            }
            long sum = sum(amounts).cents();
            if (sum == 0) {
                return;
            }
            long part = Long.signum(sum) * (long) dice.between(0, (int) Math.abs(sum));
            List<Money> shares = ProRata.spread(Money.ofCents(part), amounts);

            assertThat(sum(shares)).isEqualTo(Money.ofCents(part));
            for (int i = 0; i < amounts.size(); i++) {
                BigInteger exact = BigInteger.valueOf(amounts.get(i).cents()).multiply(BigInteger.valueOf(part));
                BigInteger share = BigInteger.valueOf(shares.get(i).cents()).multiply(BigInteger.valueOf(sum));
                assertThat(share.subtract(exact).abs())
                        .as("share %s of %s", shares.get(i), amounts.get(i))
                        .isLessThan(BigInteger.valueOf(Math.abs(sum)));
            }
        });
    }

    @Test
    void theWholeGivesEachAmountAndNothingGivesNone() {
        List<Money> amounts = cents(1_234, -56, 0, 7);
        assertThat(ProRata.spread(sum(amounts), amounts)).isEqualTo(amounts);
        assertThat(ProRata.spread(Money.ZERO, amounts)).isEqualTo(cents(0, 0, 0, 0));
    }

    @Test
    void theOddCentGoesToTheLargestRemainderThenToTheFirst() {
        assertThat(ProRata.spread(Money.ofCents(100), cents(100, 100, 100))).isEqualTo(cents(34, 33, 33));
        assertThat(ProRata.spread(Money.ofCents(10), cents(133, 67))).isEqualTo(cents(7, 3));
    }

    @Test
    void aCreditNoteIsSpreadLikeAnInvoice() {
        assertThat(ProRata.spread(Money.ofCents(-50), cents(-70, -30))).isEqualTo(cents(-35, -15));
    }

    @Test
    void whatIsNoPartOfTheSumIsRefused() {
        assertThatThrownBy(() -> ProRata.spread(Money.ofCents(101), cents(100)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProRata.spread(Money.ofCents(-1), cents(100)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProRata.spread(Money.ZERO, cents(5, -5))).isInstanceOf(IllegalArgumentException.class);
    }
}
