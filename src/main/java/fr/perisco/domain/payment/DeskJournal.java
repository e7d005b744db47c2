package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came in and left at the payment desk, by day and method.
 *
 * @param operations by day, method and time
 */
public record DeskJournal(List<DeskOperation> operations) {
    /**
     * The operations of one method together.
     *
     * @param in what came
     * @param out what left, never above zero
     */
    public record Sum(PaymentMethod method, int operations, Money in, Money out) {
        private static Sum none(PaymentMethod method) {
            return new Sum(method, 0, Money.ZERO, Money.ZERO);
        }

        private Sum plus(Money amount) {
            return amount.isNegative()
                    ? new Sum(method, operations + 1, in, out.plus(amount))
                    : new Sum(method, operations + 1, in.plus(amount), out);
        }

        public Money total() {
            return in.plus(out);
        }
    }

    /** One method on one day. */
    public record DaySum(LocalDate day, Sum sum) {}

    public DeskJournal {
        operations =
                operations.stream().sorted(DeskOperation.AS_THE_JOURNAL_SHOWS).toList();
    }

    /** One sum a day and method that has operations. */
    public List<DaySum> byDay() {
        List<DaySum> sums = new ArrayList<>();
        for (DeskOperation operation : operations) {
            DaySum last = sums.isEmpty() ? null : sums.get(sums.size() - 1);
            if (last != null && last.day().equals(operation.day()) && last.sum().method() == operation.method()) {
                sums.set(sums.size() - 1, new DaySum(last.day(), last.sum().plus(operation.amount())));
            } else {
                sums.add(
                        new DaySum(operation.day(), Sum.none(operation.method()).plus(operation.amount())));
            }
        }
        return sums;
    }

    /** One sum a method that has operations, over all days. */
    public List<Sum> byMethod() {
        Map<PaymentMethod, Sum> sums = new EnumMap<>(PaymentMethod.class);
        for (DeskOperation operation : operations) {
            sums.put(
                    operation.method(),
                    sums.getOrDefault(operation.method(), Sum.none(operation.method()))
                            .plus(operation.amount()));
        }
        return List.copyOf(sums.values());
    }

    public Money total() {
        return operations.stream().map(DeskOperation::amount).reduce(Money.ZERO, Money::plus);
    }
}
