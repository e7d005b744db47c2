package fr.perisco.domain.recovery;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A reminder as it was sent.
 *
 * @param id its number; 0 before it is kept
 * @param title with placeholders, and so is the text
 * @param credit what the family had left of payments and credit notes on that day
 * @param items oldest due date first
 */
public record Reminder(
        long id,
        long familyId,
        String familyCode,
        String familyName,
        int level,
        LocalDate sentOn,
        String title,
        String text,
        Money credit,
        Letterhead letterhead,
        Recipient recipient,
        List<Item> items) {
    /**
     * An invoice that it lists.
     *
     * @param level that the invoice is at by this reminder; 0 when it is overdue and its first level has not come
     * @param balance on the day of the reminder
     * @param left now
     */
    public record Item(
            long invoiceId,
            String number,
            YearMonth month,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount,
            int level,
            Money balance,
            Money left) {}

    public Reminder {
        items = List.copyOf(items);
    }

    /** What it asks for. */
    public Money amount() {
        return items.stream().map(Item::balance).reduce(Money.ZERO, Money::plus).minus(credit);
    }

    /** What is still unpaid of its invoices. */
    public Money left() {
        return items.stream().map(Item::left).reduce(Money.ZERO, Money::plus);
    }

    /** What became of it: paid, paid in part, or open. */
    public ReminderState state() {
        if (!left().isPositive()) {
            return ReminderState.PAID;
        }
        Money asked = items.stream().map(Item::balance).reduce(Money.ZERO, Money::plus);
        return left().compareTo(asked) < 0 ? ReminderState.PARTIAL : ReminderState.OPEN;
    }

    /** The file that its letter goes into. */
    public String fileName() {
        return "relance-%05d-%s.pdf".formatted(id, familyCode);
    }
}
