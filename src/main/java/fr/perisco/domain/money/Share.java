package fr.perisco.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of an amount, from one point of it to another. Parts that lie side by side add up to the whole, to the cent: each
 * point is rounded half up, and a part is what lies between two points.
 *
 * @param from in hundredths of a percent, 0 to 10000
 * @param to in hundredths of a percent, not before {@code from}
 */
public record Share(int from, int to) {
    private static final int ALL = 10_000;
    private static final int PERCENT_SCALE = 2;

    /** Decimals of a share as a factor. */
    public static final int SCALE = 4;

    public static final Share WHOLE = new Share(0, ALL);

    public Share {
        if (from < 0 || to < from || to > ALL) {
            throw new IllegalArgumentException("a share lies between 0 and 100 %");
        }
    }

    /** The last part of an amount, in hundredths of a percent. */
    public static Share last(int size) {
        return new Share(ALL - size, ALL);
    }

    /** What comes before this part. */
    public Share before() {
        return new Share(0, from);
    }

    public boolean isWhole() {
        return from == 0 && to == ALL;
    }

    public Money of(Money amount) {
        return isWhole() ? amount : upTo(to, amount).minus(upTo(from, amount));
    }

    private static Money upTo(int point, Money amount) {
        BigDecimal euros = amount.euros().multiply(BigDecimal.valueOf(point, SCALE));
        return Money.ofEuros(euros, RoundingMode.HALF_UP);
    }

    /** In hundredths of a percent. */
    public int size() {
        return to - from;
    }

    /** Its size as a percentage, such as {@code 33.33}. */
    public String percent() {
        return BigDecimal.valueOf(size(), PERCENT_SCALE).stripTrailingZeros().toPlainString();
    }
}
