package fr.perisco.domain.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.Share;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceReckoningTest {
    private static final LocalDate SEPTEMBER = LocalDate.of(2016, 9, 1);
    private static final Tariff RATE = tariff(null, 3600L, 260L, 450L);
    private static final Tariff FIXED = tariff(270L, null, null, null);

    private static Tariff tariff(@Nullable Long price, @Nullable Long rate, @Nullable Long min, @Nullable Long max) {
        return new Tariff(
                1,
                1,
                SEPTEMBER,
                Money.ZERO,
                Residency.BOTH,
                TariffConditions.NONE,
                money(price),
                rate,
                money(min),
                money(max),
                Money.ofCents(200));
    }

    private static @Nullable Money money(@Nullable Long cents) {
        return cents == null ? null : Money.ofCents(cents);
    }

    private static FamilyQuotient quotient(long cents) {
        return new FamilyQuotient(1, SEPTEMBER, SEPTEMBER, Money.ofCents(cents));
    }

    private static PriceReckoning rated(long quotient) {
        return PriceReckoning.of(RATE, quotient(quotient), false, Share.WHOLE);
    }

    @Test
    void aRateShowsItsProductRoundingAndLimits() {
        assertThat(rated(1000_00).arithmetic()).isEqualTo("1000.00 x 0.36% = 3.6");
        assertThat(rated(1001_00).arithmetic()).isEqualTo("1001.00 x 0.36% = 3.6036 ~ 3.60");
        assertThat(rated(711_00).arithmetic()).isEqualTo("711.00 x 0.36% = 2.5596 ~ 2.56 < min 2.60");
        assertThat(rated(2000_00).arithmetic()).isEqualTo("2000.00 x 0.36% = 7.2 > max 4.50");
        assertThat(rated(711_00).basis()).isEqualTo(PriceReckoning.Basis.RATE);
    }

    @Test
    void aFixedPriceIsItself() {
        PriceReckoning reckoning = PriceReckoning.of(FIXED, quotient(711_00), false, Share.WHOLE);
        assertThat(reckoning.basis()).isEqualTo(PriceReckoning.Basis.PRICE);
        assertThat(reckoning.arithmetic()).isEqualTo("2.70");
    }

    @Test
    void withoutQuotientTheHighestPriceIsNamed() {
        PriceReckoning reckoning = PriceReckoning.of(RATE, null, false, Share.WHOLE);
        assertThat(reckoning.basis()).isEqualTo(PriceReckoning.Basis.HIGHEST);
        assertThat(reckoning.unitPrice()).isEqualTo(Money.ofCents(450));
    }

    @Test
    void theSurchargeIsTheRows() {
        PriceReckoning reckoning = PriceReckoning.of(FIXED, quotient(711_00), true, Share.WHOLE);
        assertThat(reckoning.basis()).isEqualTo(PriceReckoning.Basis.SURCHARGE);
        assertThat(reckoning.unitPrice()).isEqualTo(Money.ofCents(200));
    }

    @Test
    void aShareShowsWhatItIsOf() {
        PriceReckoning first = PriceReckoning.of(
                RATE, quotient(711_00), false, Share.last(3333).before());
        PriceReckoning second = PriceReckoning.of(RATE, quotient(711_00), false, Share.last(3333));
        assertThat(first.arithmetic()).isEqualTo("711.00 x 0.36% = 2.5596 ~ 2.56 < min 2.60 x 66.67% = 1.73342 ~ 1.73");
        assertThat(second.arithmetic()).endsWith(" x 33.33% = 0.86658 ~ 0.87");
        assertThat(first.unitPrice().plus(second.unitPrice())).isEqualTo(Money.ofCents(260));
    }
}
