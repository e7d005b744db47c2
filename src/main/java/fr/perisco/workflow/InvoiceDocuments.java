package fr.perisco.workflow;

import fr.perisco.domain.invoice.CarriedBalance;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFip;
import fr.perisco.exchange.pdf.InvoiceDocument;
import fr.perisco.exchange.pdf.OfficeHead;
import fr.perisco.exchange.pdf.PayFipLink;
import fr.perisco.exchange.pdf.Recipient;
import java.util.List;
import java.util.Optional;

/** Turns an issued invoice into what its letter says: all of it as on the day of issue, so that a reprint is the same for ever. */
final class InvoiceDocuments {
    private InvoiceDocuments() {}

    static InvoiceDocument of(IssuedInvoice invoice) {
        OfficeSettings settings =
                OfficeSettings.ofLetterhead(invoice.letterhead().text());
        CarriedBalance carried = invoice.carried();
        return new InvoiceDocument(
                invoice.creditNote() ? InvoiceDocument.Kind.CREDIT_NOTE : InvoiceDocument.Kind.INVOICE,
                head(settings),
                recipient(invoice.recipient()),
                invoice.number(),
                invoice.familyCode(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.lines().stream().map(line -> line(line, invoice)).toList(),
                invoice.amount(),
                invoice.creditUsed().minus(invoice.settled()),
                invoice.balanceAtIssue(),
                carried == null ? Money.ZERO : carried.amount(),
                carried == null ? invoice.issuedOn() : carried.takenOn(),
                link(invoice, settings.payFip()));
    }

    static OfficeHead head(Letterhead letterhead) {
        return head(OfficeSettings.ofLetterhead(letterhead.text()));
    }

    static OfficeHead head(OfficeSettings settings) {
        String name = settings.get("office.name");
        return new OfficeHead(
                name.isBlank() ? settings.code() : name,
                List.of(settings.get("office.address")),
                settings.get("office.postcode"),
                settings.get("office.city"),
                settings.get("office.phone"),
                settings.get("office.email"),
                settings.get("office.hours"));
    }

    static Recipient recipient(fr.perisco.domain.invoice.Recipient recipient) {
        if (recipient.name().isEmpty()) {
            return Recipient.erased();
        }
        return new Recipient(
                List.of(recipient.name()), List.of(recipient.address()), recipient.postcode(), recipient.city());
    }

    private static InvoiceDocument.Line line(InvoiceLine line, IssuedInvoice invoice) {
        return new InvoiceDocument.Line(
                line.childName(),
                line.registration(),
                line.corrects() == null
                        ? line.label()
                        : Wording.correction(line.label(), line.month(), line.corrects()),
                invoice.dueOn(),
                line.service(),
                line.quantity(),
                line.unitPrice(),
                line.amount());
    }

    private static Optional<PayFipLink> link(IssuedInvoice invoice, PayFip payFip) {
        OpenInvoice open = new OpenInvoice(
                invoice.id(),
                invoice.number(),
                invoice.familyCode(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.recipient().login(),
                invoice.balanceAtIssue());
        return invoice.creditNote() || payFip.whyNotPayable(open).isPresent()
                ? Optional.empty()
                : Optional.of(new PayFipLink(
                        invoice.number(),
                        invoice.balanceAtIssue(),
                        payFip.referenceOf(open).url()));
    }
}
