package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice or credit note, and how much of it was settled before a year and by its end. What settles an invoice counts on the day
 * on which the payment was received, whenever it was entered or used. A credit note that is used gives back what its lines take back,
 * and pays as much of the invoice that uses it; a document of 0.00 settles itself on its day of issue.
 *
 * @param lines at least one
 * @param settledBefore from 0 to the sum of the lines, negative for a credit note
 * @param settledByEnd likewise, and at least as far from 0
 */
public record PaidDocument(List<Line> lines, Money settledBefore, Money settledByEnd) {
    /**
     * @param childcare whether it gives a right to the tax credit: no meal, no surcharge
     */
    public record Line(CaredChild child, boolean childcare, Money amount) {}

    public PaidDocument {
        lines = List.copyOf(lines);
    }

    /**
     * What was paid of each line in the year: its share of all that was settled by the end, less its share of what was before. So the
     * shares of all years come to the line's amount once the document is settled, and in no year is a cent lost.
     */
    List<Money> paidInYear() {
        List<Money> amounts = lines.stream().map(Line::amount).toList();
        if (amounts.stream().reduce(Money.ZERO, Money::plus).equals(Money.ZERO)) {
            return amounts;
        }
        List<Money> before = ProRata.spread(settledBefore, amounts);
        List<Money> byEnd = ProRata.spread(settledByEnd, amounts);
        List<Money> paid = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            paid.add(byEnd.get(i).minus(before.get(i)));
        }
        return paid;
    }
}
