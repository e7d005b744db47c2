package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * An issued document with its lines, as it stood on the day of issue.
 *
 * @param creditNote whether it gives back rather than asks
 * @param recipient whom it was for on that day
 * @param amount the sum of the lines
 * @param creditUsed the family's credit that its issue used
 * @param letterhead the office's settings of that day
 */
public record IssuedInvoice(
        long id,
        String number,
        boolean creditNote,
        String familyCode,
        YearMonth month,
        LocalDate issuedOn,
        LocalDate dueOn,
        Recipient recipient,
        Money amount,
        Money creditUsed,
        String letterhead,
        List<InvoiceLine> lines) {
    public IssuedInvoice {
        lines = List.copyOf(lines);
    }

    /** The same document with these lines. */
    public IssuedInvoice with(List<InvoiceLine> read) {
        return new IssuedInvoice(
                id,
                number,
                creditNote,
                familyCode,
                month,
                issuedOn,
                dueOn,
                recipient,
                amount,
                creditUsed,
                letterhead,
                read);
    }

    /** What was still to pay on the day of issue. */
    public Money balanceAtIssue() {
        return amount.minus(creditUsed);
    }

    /** The document's link in the chain: a digest of its content and of the link before. */
    public byte[] hash(byte[] previous) {
        Digest digest = new Digest()
                .addBytes(previous)
                .add(number)
                .add(creditNote)
                .add(familyCode)
                .add(month)
                .add(issuedOn)
                .add(dueOn)
                .add(recipient.text())
                .add(amount.cents())
                .add(creditUsed.cents())
                .add(letterhead);
        lines.forEach(line -> line.addTo(digest));
        return digest.bytes();
    }
}
