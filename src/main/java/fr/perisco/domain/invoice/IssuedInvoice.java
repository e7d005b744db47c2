package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An issued document, as it stood on the day of issue.
 *
 * @param creditNote whether it gives back rather than asks
 * @param creditUsed the family's credit that its issue used
 * @param settled what a credit note settled of the invoice that it cancels, when it was issued; zero for other documents
 * @param carried what the family owed besides; null for a document that says nothing of it
 * @param letterhead the office's settings of that day
 */
public record IssuedInvoice(
        long id,
        String number,
        boolean creditNote,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money creditUsed,
        Money settled,
        @Nullable CarriedBalance carried,
        Letterhead letterhead,
        InvoiceContent content) {
    public String familyCode() {
        return content.familyCode();
    }

    public Recipient recipient() {
        return content.recipient();
    }

    public YearMonth month() {
        return content.month();
    }

    public List<InvoiceLine> lines() {
        return content.lines();
    }

    /** The sum of the lines. */
    public Money amount() {
        return content.amount();
    }

    /** What was still to pay on the day of issue, or below zero to give back. */
    public Money balanceAtIssue() {
        return amount().minus(creditUsed).plus(settled);
    }

    /**
     * The document's link in the chain: a digest of all that it says and of the link before.
     *
     * @param digest empty, and empty again afterwards
     */
    public byte[] hash(byte[] previous, Digest digest) {
        return hash(previous, content.hash(), digest);
    }

    /**
     * The same, of a document that lost names since.
     *
     * @param contentHash of what it asked of whom, before it lost them
     */
    public byte[] hash(byte[] previous, byte[] contentHash, Digest digest) {
        digest.addBytes(previous);
        digest.addBytes(contentHash);
        letterhead.addTo(digest);
        digest.add(number).add(creditNote).add(issuedOn).add(dueOn).add(creditUsed.cents());
        if (carried != null) {
            carried.addTo(digest);
        }
        return digest.bytes();
    }
}
