package fr.perisco.domain.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The levels of reminding, and when an invoice comes to the next one: so many days after its due date, and never so soon after the
 * level before that the family had no time to answer.
 *
 * @param levels 1, 2, 3… in this order, each later after the due date than the one before
 */
public record ReminderLevels(List<ReminderLevel> levels) {
    /** Days between two levels where their delays are further apart: an office that begins late doesn't send all at once. */
    public static final int LEAST_GAP = 7;

    /** @throws IllegalArgumentException when they are not in order */
    public ReminderLevels {
        levels = List.copyOf(levels);
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).level() != i + 1
                    || (i > 0 && levels.get(i).days() <= levels.get(i - 1).days())) {
                throw new IllegalArgumentException("levels out of order: " + levels);
            }
        }
    }

    public boolean isEmpty() {
        return levels.isEmpty();
    }

    /** The level that comes next for an invoice; empty after the last. */
    public Optional<ReminderLevel> nextOf(OverdueInvoice invoice) {
        return invoice.reminded() < levels.size() ? Optional.of(levels.get(invoice.reminded())) : Optional.empty();
    }

    /** The first day on which an invoice comes to its next level; empty after the last. */
    public Optional<LocalDate> nextDayOf(OverdueInvoice invoice) {
        return nextOf(invoice).map(next -> {
            LocalDate day = invoice.dueOn().plusDays(next.days());
            LocalDate remindedOn = invoice.remindedOn();
            if (remindedOn == null) {
                return day;
            }
            int apart = next.days() - levels.get(invoice.reminded() - 1).days();
            LocalDate answered = remindedOn.plusDays(Math.min(LEAST_GAP, apart));
            return answered.isAfter(day) ? answered : day;
        });
    }

    public boolean isDue(OverdueInvoice invoice, LocalDate day) {
        return nextDayOf(invoice).filter(first -> !day.isBefore(first)).isPresent();
    }

    /** The level that an invoice is at once a reminder lists it: the next one if that has come, else the one that it was at. */
    public int levelAfter(OverdueInvoice invoice, LocalDate day) {
        return isDue(invoice, day) ? invoice.reminded() + 1 : invoice.reminded();
    }
}
