package fr.perisco.domain.report;

import fr.perisco.domain.money.Money;
import java.util.List;
import java.util.function.Function;

/**
 * What is owed and what was paid, of all families.
 *
 * @param balances what open invoices of all months still ask for, one figure an {@link Age}
 * @param payments of the month, by methods that were used
 */
public record Accounts(List<Figure> balances, List<MethodPayments> payments) {
    public Accounts {
        balances = List.copyOf(balances);
        payments = List.copyOf(payments);
    }

    /** One of the amounts, over all methods. */
    public Money sum(Function<MethodPayments, Money> amount) {
        return payments.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
