package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a payment that the bank takes back comes to. What it settled is open again, whichever run used it. What of it was
 * refunded meanwhile stays paid out, and so comes out of the family's other credit, then out of what its other payments
 * settle, the newest invoice first: those are open again too. No balance and no credit ever falls below zero.
 *
 * @param takenBack from invoices, amounts below zero
 * @param moved refunds that come out of something else now
 * @param uncovered what of it was refunded and nothing else of the family's can stand for: the family owes it back, and its next
 *     payment at the desk covers it first
 */
public record BouncePlan(List<Allocation> takenBack, List<PayoutPart> moved, Money uncovered) {
    public BouncePlan {
        takenBack = List.copyOf(takenBack);
        moved = List.copyOf(moved);
    }

    /**
     * @param settled what the payment settles, amounts above zero
     * @param refunded what was refunded out of it, amounts above zero
     * @param credits the family's others, oldest first
     * @param others what the family's other payments and credit notes settle, the newest invoice first
     */
    public static BouncePlan of(
            List<Allocation> settled, List<PayoutPart> refunded, List<Credit> credits, List<Allocation> others) {
        List<Allocation> takenBack = new ArrayList<>();
        settled.forEach(part -> takenBack.add(takenBack(part, part.amount())));
        List<PayoutPart> moved = new ArrayList<>();
        Money toCover = Refund.total(refunded);
        List<Credit> cover = new ArrayList<>(credits);
        Money covered = credits.stream().map(Credit::left).reduce(Money.ZERO, Money::plus);
        for (Allocation other : others) {
            Money part = other.amount().min(toCover.minus(covered));
            if (part.isPositive()) {
                takenBack.add(takenBack(other, part));
                cover.add(new Credit(other.credit().sourceId(), other.credit().fromCreditNote(), part));
                covered = covered.plus(part);
            }
        }
        for (PayoutPart refund : refunded) {
            List<PayoutPart> instead = Refund.of(cover, refund.payoutId(), refund.amount());
            Money covers = Refund.total(instead);
            if (covers.isPositive()) {
                moved.add(new PayoutPart(refund.credit(), refund.payoutId(), covers.negated()));
            }
            moved.addAll(instead);
            instead.forEach(part -> spend(cover, part));
        }
        return new BouncePlan(takenBack, moved, toCover.minus(toCover.min(covered)));
    }

    /**
     * Closes invoices that were cancelled and that the plan opens: nobody pays them any more. The credit note that cancels one
     * settles it, with what is left of it first, then with what it settles elsewhere, the newest invoice first: those are open
     * instead; then with what of it was refunded: that comes out of the bounced payment now, and is owed back.
     *
     * @param bounced the payment's key
     * @param cancelling the keys of credit notes by those of the invoices that they cancel
     * @param credits the family's credit
     * @param others what the family's other payments and credit notes settle, the newest invoice first
     * @param refunded what was refunded out of those credit notes
     */
    public Closing closing(
            long bounced,
            Map<Long, Long> cancelling,
            List<Credit> credits,
            List<Allocation> others,
            List<PayoutPart> refunded) {
        Map<Long, Money> opened = new TreeMap<>();
        takenBack.forEach(part -> opened.merge(part.invoiceId(), part.amount().negated(), Money::plus));
        List<Allocation> closing = new ArrayList<>();
        List<PayoutPart> owed = new ArrayList<>();
        opened.forEach((invoice, amount) -> {
            Long note = cancelling.get(invoice);
            if (note != null) {
                Money left = close(invoice, amount, note, credits, others, closing);
                closeWithRefunds(invoice, left, note, bounced, refunded, closing, owed);
            }
        });
        return new Closing(closing, owed);
    }

    /**
     * How cancelled invoices are closed again.
     *
     * @param allocations of their credit notes, negative where they settled something else
     * @param moved refunds that come out of the bounced payment now
     */
    public record Closing(List<Allocation> allocations, List<PayoutPart> moved) {
        public Closing {
            allocations = List.copyOf(allocations);
            moved = List.copyOf(moved);
        }
    }

    private static void closeWithRefunds(
            long invoice,
            Money amount,
            long note,
            long bounced,
            List<PayoutPart> refunded,
            List<Allocation> closing,
            List<PayoutPart> owed) {
        Money left = amount;
        for (PayoutPart refund : refunded) {
            Money part = refund.credit().sourceId() == note ? refund.amount().min(left) : Money.ZERO;
            if (part.isPositive()) {
                closing.add(new Allocation(refund.credit(), invoice, part));
                owed.add(new PayoutPart(refund.credit(), refund.payoutId(), part.negated()));
                owed.add(new PayoutPart(new Credit(bounced, false, part), refund.payoutId(), part));
                left = left.minus(part);
            }
        }
    }

    /** What the credit note settles of the invoice; gives what is left open. */
    private static Money close(
            long invoice,
            Money amount,
            long note,
            List<Credit> credits,
            List<Allocation> others,
            List<Allocation> closing) {
        Money left = amount;
        for (Credit credit : credits) {
            Money part = credit.fromCreditNote() && credit.sourceId() == note
                    ? credit.left().min(left)
                    : Money.ZERO;
            if (part.isPositive()) {
                closing.add(new Allocation(credit, invoice, part));
                left = left.minus(part);
            }
        }
        for (Allocation other : others) {
            boolean ofNote = other.credit().fromCreditNote() && other.credit().sourceId() == note;
            Money part = ofNote && other.invoiceId() != invoice ? other.amount().min(left) : Money.ZERO;
            if (part.isPositive()) {
                closing.add(takenBack(other, part));
                closing.add(new Allocation(other.credit(), invoice, part));
                left = left.minus(part);
            }
        }
        return left;
    }

    private static void spend(List<Credit> cover, PayoutPart part) {
        int at = cover.indexOf(part.credit());
        Credit credit = cover.get(at);
        cover.set(
                at,
                new Credit(
                        credit.sourceId(),
                        credit.fromCreditNote(),
                        credit.left().minus(part.amount())));
    }

    private static Allocation takenBack(Allocation part, Money amount) {
        return new Allocation(part.credit(), part.invoiceId(), amount.negated());
    }
}
