package fr.perisco.domain.recovery;

import fr.perisco.domain.money.Money;

/**
 * One step of reminding, as {@code reminders.csv} says.
 *
 * @param level from 1
 * @param days after an invoice's due date, from 1
 * @param minimum a family that owes less in all is not reminded at this level
 * @param title of the letter, with placeholders
 * @param text of the letter, with placeholders, its lines kept
 */
public record ReminderLevel(int level, int days, Money minimum, String title, String text) {
    /** The longest delay, in days after the due date. */
    public static final int MOST_DAYS = 999;

    /** @throws IllegalArgumentException when a number is out of its range */
    public ReminderLevel {
        if (level < 1 || days < 1 || days > MOST_DAYS || minimum.isNegative()) {
            throw new IllegalArgumentException("no level: " + level + " after " + days + " days from " + minimum);
        }
    }
}
