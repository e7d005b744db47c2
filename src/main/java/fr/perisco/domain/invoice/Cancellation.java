package fr.perisco.domain.invoice;

import java.time.YearMonth;
import java.util.List;

/** What a credit note says that cancels an invoice: each of its lines, taken back. */
public final class Cancellation {
    private Cancellation() {}

    public static InvoiceContent of(IssuedInvoice invoice, InvoiceWording wording) {
        YearMonth month = invoice.month();
        List<InvoiceLine> lines = invoice.lines().stream()
                .map(line -> takenBack(line, invoice.number(), wording))
                .toList();
        return InvoiceContent.of(invoice.familyCode(), invoice.recipient(), month, lines, new Digest());
    }

    private static InvoiceLine takenBack(InvoiceLine line, String number, InvoiceWording wording) {
        List<LinePiece> pieces = line.pieces().stream()
                .map(piece -> piece.on(piece.days(), -piece.quantity()))
                .toList();
        return new InvoiceLine(
                LineKind.ADJUSTMENT,
                line.childCode(),
                line.childName(),
                line.registration(),
                wording.cancellation(),
                line.service(),
                line.month(),
                line.unitPrice(),
                pieces,
                number);
    }
}
