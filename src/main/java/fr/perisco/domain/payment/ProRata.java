package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a sum, spread over the amounts that make up the sum in proportion to them. */
public final class ProRata {
    private ProRata() {}

    /**
     * Each amount's share of the part, in whole cents: less than a cent away from the exact share, and together exactly the part.
     * What rounding down leaves goes cent by cent to the largest remainders, the first of equal ones first.
     *
     * @param amounts of either sign; their sum is not 0
     * @param part from 0 to the sum of the amounts, and of its sign
     * @throws IllegalArgumentException when the part lies outside
     */
    public static List<Money> spread(Money part, List<Money> amounts) {
        long sum = amounts.stream().reduce(Money.ZERO, Money::plus).cents();
        if (sum == 0 || Math.abs(part.cents()) > Math.abs(sum) || part.cents() * Long.signum(sum) < 0) {
            throw new IllegalArgumentException(part + " is no part of a sum of " + Money.ofCents(sum));
        }
        long whole = Math.abs(sum);
        long times = Math.abs(part.cents());
        List<Long> shares = new ArrayList<>(amounts.size());
        List<Long> remainders = new ArrayList<>(amounts.size());
        long left = part.cents();
        for (Money amount : amounts) {
            long product = Math.multiplyExact(amount.cents(), times);
            shares.add(Math.floorDiv(product, whole));
            remainders.add(Math.floorMod(product, whole));
            left -= Math.floorDiv(product, whole);
        }
        IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return shares.stream().map(Money::ofCents).toList();
    }
}
