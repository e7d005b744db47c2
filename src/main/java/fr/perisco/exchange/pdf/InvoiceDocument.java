package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Everything that an invoice or a credit note says. Nothing is computed from it: totals, what was paid and the
 * balance are handed in, and printed as they are.
 *
 * @param number of at most 30 characters, for example {@code F0516070001}
 * @param familyCode the office's code of the family
 * @param month the month that the lines are about
 * @param issuedOn also the PDF's creation date
 * @param dueOn printed while something is left to pay
 * @param lines in the order of the document, a child's lines together; at least one
 * @param total the sum of the lines; negative for a credit note
 * @param alreadyPaid payments and credit taken so far, or below zero what a credit note settles of the invoice that it cancels;
 *     zero hides the row
 * @param balance what is left to pay; negative: what the office owes
 * @param owedBefore what the family owed of earlier invoices; zero hides the row
 * @param owedOn the day on which that was so
 * @param payFip empty when it can't be paid online
 */
public record InvoiceDocument(
        Kind kind,
        OfficeHead office,
        Recipient recipient,
        String number,
        String familyCode,
        YearMonth month,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<Line> lines,
        Money total,
        Money alreadyPaid,
        Money balance,
        Money owedBefore,
        LocalDate owedOn,
        Optional<PayFipLink> payFip) {

    /** What the document is: a credit note gives back. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /**
     * One line, with the columns of the portal's screen.
     *
     * @param child family name and first name; neighbouring lines with the same name are shown as one group
     * @param registration label of the activity ("Inscription")
     * @param label what was consumed, for example {@code Repas}, {@code Majoration}, {@code Régularisation}
     *     ("Intitulé")
     * @param dueOn "Échéance"
     * @param service "Service"
     * @param quantity negative for what is given back
     */
    public record Line(
            String child,
            String registration,
            String label,
            LocalDate dueOn,
            String service,
            int quantity,
            Money unitPrice,
            Money amount) {}

    /**
     * @throws IllegalArgumentException when number or lines are missing, or when the online payment isn't for the
     *     balance of an invoice
     */
    public InvoiceDocument {
        lines = List.copyOf(lines);
        if (number.isBlank() || number.length() > 30) {
            throw new IllegalArgumentException("a number has 1 to 30 characters: " + number);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no line on " + number);
        }
        if (payFip.isPresent()
                && (kind != Kind.INVOICE || !payFip.get().amount().equals(balance))) {
            throw new IllegalArgumentException("the online payment of " + number + " isn't for its balance");
        }
    }

    boolean isSomethingLeftToPay() {
        return kind == Kind.INVOICE && balance.cents() > 0;
    }
}
