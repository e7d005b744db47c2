package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/** How credits settle invoices: the oldest credit first, on the oldest invoice first, never below a balance of 0. */
public final class Allocations {
    private Allocations() {}

    /**
     * @param credits oldest first
     * @param invoices in the order in which they are to be settled
     */
    public static List<Allocation> settle(List<Credit> credits, List<OpenInvoice> invoices) {
        List<Allocation> allocations = new ArrayList<>();
        int next = 0;
        Money due = invoices.isEmpty() ? Money.ZERO : invoices.get(0).balance();
        for (Credit credit : credits) {
            Money left = credit.left();
            while (left.isPositive() && next < invoices.size()) {
                Money part = left.min(due);
                if (part.isPositive()) {
                    allocations.add(new Allocation(credit, invoices.get(next).id(), part));
                }
                left = left.minus(part);
                due = due.minus(part);
                if (!due.isPositive()) {
                    next++;
                    due = next < invoices.size() ? invoices.get(next).balance() : Money.ZERO;
                }
            }
        }
        return allocations;
    }

    public static Money total(List<Allocation> allocations) {
        Money total = Money.ZERO;
        for (Allocation allocation : allocations) {
            total = total.plus(allocation.amount());
        }
        return total;
    }
}
