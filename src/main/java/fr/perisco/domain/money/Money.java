package fr.perisco.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in euros, kept as whole cents; negative for what is given back. Every operation is exact: an overflow throws
 * {@link ArithmeticException}, nothing is rounded unless the rounding mode is an argument.
 *
 * @param cents whole cents
 */
public record Money(long cents) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /** Reads an amount in euros.
     *
     * @throws ArithmeticException when it has more than two decimals or is out of range
     */
    public static Money ofEuros(BigDecimal euros) {
        return ofCents(euros.movePointRight(2).longValueExact());
    }

    public static Money ofEuros(BigDecimal euros, RoundingMode rounding) {
        return ofEuros(euros.setScale(2, rounding));
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money times(long factor) {
        return ofCents(Math.multiplyExact(cents, factor));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public BigDecimal euros() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Plain decimal euros, {@code 13.50}: the form of files and of scripts. */
    @Override
    public String toString() {
        return euros().toPlainString();
    }
}
