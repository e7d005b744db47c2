package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What reminds a family of unpaid invoices.
 *
 * @param title with placeholders, and so is the text, whose lines are kept
 * @param lines at least one, oldest due date first
 * @param credit taken off; often zero
 * @param amount asked for
 */
public record ReminderDocument(
        OfficeHead office,
        Recipient recipient,
        long number,
        String familyCode,
        String familyName,
        LocalDate sentOn,
        String title,
        String text,
        List<Line> lines,
        Money credit,
        Money amount) {
    /**
     * An invoice.
     *
     * @param balance what is left to pay of it
     */
    public record Line(
            String number, YearMonth month, LocalDate issuedOn, LocalDate dueOn, Money amount, Money balance) {}

    public ReminderDocument {
        lines = List.copyOf(lines);
    }
}
