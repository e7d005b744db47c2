package fr.perisco.domain.tariff;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a tariff row and a quotient record come to the price of a day.
 *
 * @param quotient null when the family had none
 */
public record PriceReckoning(Tariff tariff, @Nullable FamilyQuotient quotient, Basis basis) {
    /** What the price rests on. */
    public enum Basis {
        PRICE,
        RATE,
        /** The grid's highest price, for want of a quotient. */
        HIGHEST,
        SURCHARGE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int PPM_SCALE = 6;

    /**
     * The reckoning that comes to a price which was billed.
     *
     * @param billed what was billed: the row's price or, where it is not that, its surcharge
     */
    public static PriceReckoning of(Tariff tariff, @Nullable FamilyQuotient quotient, Money billed) {
        PriceReckoning price = ofPrice(tariff, quotient);
        return price.unitPrice().equals(billed) ? price : ofSurcharge(tariff, quotient);
    }

    /** What a day costs that was attended without booking, over its price. */
    public static PriceReckoning ofSurcharge(Tariff tariff, @Nullable FamilyQuotient quotient) {
        return new PriceReckoning(tariff, quotient, Basis.SURCHARGE);
    }

    private static PriceReckoning ofPrice(Tariff tariff, @Nullable FamilyQuotient quotient) {
        if (quotient == null) {
            return new PriceReckoning(tariff, null, Basis.HIGHEST);
        }
        return new PriceReckoning(tariff, quotient, tariff.ratePpm() == null ? Basis.PRICE : Basis.RATE);
    }

    public Money unitPrice() {
        if (basis == Basis.SURCHARGE) {
            return tariff.unbookedSurcharge();
        }
        return quotient == null ? tariff.highestPrice() : tariff.priceFor(quotient.quotient());
    }

    /** The sum as one would write it on paper, such as {@code 711.00 x 0.36% = 2.5596 ~ 2.56 < min 2.60}. */
    public String arithmetic() {
        Long ppm = tariff.ratePpm();
        if (basis != Basis.RATE || quotient == null || ppm == null) {
            return unitPrice().toString();
        }
        BigDecimal share = quotient.quotient().euros().multiply(BigDecimal.valueOf(ppm, PPM_SCALE));
        Money rounded = Money.ofEuros(share, RoundingMode.HALF_UP);
        String exact = share.stripTrailingZeros().toPlainString();
        return quotient.quotient() + " x " + tariff.ratePercent().orElseThrow() + "% = " + exact
                + (share.compareTo(rounded.euros()) == 0 ? "" : " ~ " + rounded) + held(rounded);
    }

    private String held(Money rounded) {
        int order = unitPrice().compareTo(rounded);
        return order > 0 ? " < min " + tariff.min() : order < 0 ? " > max " + tariff.max() : "";
    }
}
