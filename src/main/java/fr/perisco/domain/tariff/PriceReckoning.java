package fr.perisco.domain.tariff;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.money.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a tariff row and a quotient record come to the price of a day.
 *
 * @param quotient null when the family had none
 * @param share what part of a day the family pays
 */
public record PriceReckoning(Tariff tariff, @Nullable FamilyQuotient quotient, Basis basis, Share share) {
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
     * How a piece of a line came about.
     *
     * @param surcharge whether it bills the surcharge for coming without booking, over the price
     * @param share what part of a day it bills
     */
    public static PriceReckoning of(Tariff tariff, @Nullable FamilyQuotient quotient, boolean surcharge, Share share) {
        if (surcharge) {
            return new PriceReckoning(tariff, quotient, Basis.SURCHARGE, share);
        }
        if (quotient == null) {
            return new PriceReckoning(tariff, null, Basis.HIGHEST, share);
        }
        return new PriceReckoning(tariff, quotient, tariff.ratePpm() == null ? Basis.PRICE : Basis.RATE, share);
    }

    /** What the family pays of a day. */
    public Money unitPrice() {
        return share.of(wholePrice());
    }

    private Money wholePrice() {
        if (basis == Basis.SURCHARGE) {
            return tariff.unbookedSurcharge();
        }
        return quotient == null ? tariff.highestPrice() : tariff.priceFor(quotient.quotient());
    }

    /** The sum as one would write it on paper, such as {@code 711.00 x 0.36% = 2.5596 ~ 2.56 < min 2.60}. */
    public String arithmetic() {
        return wholeArithmetic() + (share.isWhole() ? "" : ofShare());
    }

    private String ofShare() {
        BigDecimal exact = wholePrice()
                .euros()
                .multiply(BigDecimal.valueOf(share.size(), Share.SCALE))
                .stripTrailingZeros();
        boolean rounded = exact.compareTo(unitPrice().euros()) != 0;
        return " x " + share.percent() + "% = " + (rounded ? exact.toPlainString() + " ~ " : "") + unitPrice();
    }

    private String wholeArithmetic() {
        Long ppm = tariff.ratePpm();
        if (basis != Basis.RATE || quotient == null || ppm == null) {
            return wholePrice().toString();
        }
        BigDecimal share = quotient.quotient().euros().multiply(BigDecimal.valueOf(ppm, PPM_SCALE));
        Money rounded = Money.ofEuros(share, RoundingMode.HALF_UP);
        String exact = share.stripTrailingZeros().toPlainString();
        return quotient.quotient() + " x " + tariff.ratePercent().orElseThrow() + "% = " + exact
                + (share.compareTo(rounded.euros()) == 0 ? "" : " ~ " + rounded) + held(rounded);
    }

    private String held(Money rounded) {
        int order = wholePrice().compareTo(rounded);
        return order > 0 ? " < min " + tariff.min() : order < 0 ? " > max " + tariff.max() : "";
    }
}
