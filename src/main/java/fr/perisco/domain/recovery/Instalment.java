package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a debt, to be paid by a day.
 *
 * @param amount above zero
 */
public record Instalment(LocalDate dueOn, Money amount) {
    /** The most instalments of one plan: ten years of months. */
    public static final int MOST = 120;

    /** @throws IllegalArgumentException when there is nothing to pay */
    public Instalment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an instalment of " + amount);
        }
    }

    /**
     * Equal parts, one a month from a first day on; the last one takes the remainder of the cents.
     *
     * @param count from 1 to {@link #MOST}, and not more than the debt has cents
     */
    public static List<Instalment> monthly(Money debt, int count, LocalDate first) {
        Money part = Money.ofCents(debt.cents() / count);
        List<Instalment> instalments = new ArrayList<>(count);
        for (int i = 0; i < count - 1; i++) {
            instalments.add(new Instalment(first.plusMonths(i), part));
        }
        instalments.add(new Instalment(first.plusMonths(count - 1L), debt.minus(part.times(count - 1L))));
        return instalments;
    }

    /**
     * Parts of an amount, one a month from a first day on; the last one is what is left.
     *
     * @param part above zero, so large that {@link #MOST} of them come to the debt
     */
    public static List<Instalment> of(Money debt, Money part, LocalDate first) {
        List<Instalment> instalments = new ArrayList<>();
        Money left = debt;
        while (left.isPositive()) {
            Money amount = left.min(part);
            instalments.add(new Instalment(first.plusMonths(instalments.size()), amount));
            left = left.minus(amount);
        }
        return instalments;
    }

    /**
     * How it stands.
     *
     * @param paid of it, from 0 to its amount
     */
    public InstalmentState stateOf(Money paid, LocalDate day) {
        if (paid.equals(amount)) {
            return InstalmentState.PAID;
        }
        return dueOn.isBefore(day) ? InstalmentState.MISSED : InstalmentState.TO_COME;
    }

    /** How many parts of an amount a debt takes. */
    public static long count(Money debt, Money part) {
        return (debt.cents() + part.cents() - 1) / part.cents();
    }
}
