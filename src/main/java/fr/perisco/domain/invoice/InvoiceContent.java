package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.time.YearMonth;
import java.util.List;

/** What a document asks of whom: the part of it that stands before it has a number, and stays the same afterwards. */
public final class InvoiceContent {
    private final String familyCode;
    private final Recipient recipient;
    private final YearMonth month;
    private final List<InvoiceLine> lines;
    private final Money amount;
    private final byte[] hash;

    private InvoiceContent(
            String familyCode,
            Recipient recipient,
            YearMonth month,
            List<InvoiceLine> lines,
            Money amount,
            Digest digest) {
        this.familyCode = familyCode;
        this.recipient = recipient;
        this.month = month;
        this.lines = List.copyOf(lines);
        this.amount = amount;
        this.hash = hash(digest);
    }

    /**
     * The content of a draft: its amount is the sum of its lines.
     *
     * @param digest empty, and empty again afterwards
     */
    static InvoiceContent of(
            String familyCode, Recipient recipient, YearMonth month, List<InvoiceLine> lines, Digest digest) {
        Money amount = Money.ZERO;
        for (InvoiceLine line : lines) {
            amount = amount.plus(line.amount());
        }
        return new InvoiceContent(familyCode, recipient, month, lines, amount, digest);
    }

    /** The content of a document as it was kept. */
    public static InvoiceContent kept(
            String familyCode, Recipient recipient, YearMonth month, List<InvoiceLine> lines, Money amount) {
        return new InvoiceContent(familyCode, recipient, month, lines, amount, new Digest());
    }

    private byte[] hash(Digest digest) {
        digest.add(familyCode).add(recipient.text()).add(month).add(amount.cents());
        lines.forEach(line -> line.addTo(digest));
        return digest.bytes();
    }

    void addTo(Digest digest) {
        digest.addBytes(hash);
    }

    /** A digest of all that it says. */
    public byte[] hash() {
        return hash.clone();
    }

    public String familyCode() {
        return familyCode;
    }

    /** Whom it is for. */
    public Recipient recipient() {
        return recipient;
    }

    public YearMonth month() {
        return month;
    }

    public List<InvoiceLine> lines() {
        return lines;
    }

    public Money amount() {
        return amount;
    }
}
