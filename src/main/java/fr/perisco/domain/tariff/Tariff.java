package fr.perisco.domain.tariff;

import fr.perisco.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a unit's tariff: a fixed price, or a rate of the quotient held between two prices.
 *
 * @param validFrom first day of the grid that the row belongs to
 * @param quotientFrom lowest quotient of its band, which runs up to the next row's
 * @param conditions which children it is for
 * @param price per day; null when the price is a rate
 * @param ratePpm millionths of the quotient, 3600 for 0.36 %; null when the price is fixed
 * @param min lowest price of a rate; null when the price is fixed
 * @param max highest price of a rate; null when the price is fixed
 * @param unbookedSurcharge added for a day attended without booking
 */
public record Tariff(
        long id,
        long unitId,
        LocalDate validFrom,
        Money quotientFrom,
        Residency residency,
        TariffConditions conditions,
        @Nullable Money price,
        @Nullable Long ratePpm,
        @Nullable Money min,
        @Nullable Money max,
        Money unbookedSurcharge) {
    private static final int PPM_SCALE = 6;
    private static final int PERCENT_SCALE = 4;

    public Tariff {
        boolean fixed = price != null && ratePpm == null && min == null && max == null;
        boolean rated = price == null && ratePpm != null && min != null && max != null && min.compareTo(max) <= 0;
        if (!fixed && !rated) {
            throw new IllegalArgumentException("a tariff has a price, or a rate with its lowest and highest price");
        }
    }

    /** The price of a day for a family with this quotient: a rate is rounded half up to the cent, then held. */
    public Money priceFor(Money quotient) {
        if (price != null) {
            return price;
        }
        if (ratePpm == null || min == null || max == null) {
            throw new IllegalStateException("neither price nor rate");
        }
        BigDecimal share = quotient.euros().multiply(BigDecimal.valueOf(ratePpm, PPM_SCALE));
        return Money.ofEuros(share, RoundingMode.HALF_UP).max(min).min(max);
    }

    /** The rate as files write it, a percentage such as 0.36; empty when the price is fixed. */
    public Optional<String> ratePercent() {
        return Optional.ofNullable(ratePpm)
                .map(ppm -> BigDecimal.valueOf(ppm, PERCENT_SCALE)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /** The price where no quotient is known. */
    public Money highestPrice() {
        Money highest = price == null ? max : price;
        if (highest == null) {
            throw new IllegalStateException("neither price nor rate");
        }
        return highest;
    }
}
