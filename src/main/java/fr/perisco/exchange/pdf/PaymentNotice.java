package fr.perisco.exchange.pdf;

import java.util.Optional;

/** How an invoice is paid, or what becomes of a credit note, in words for the family. */
final class PaymentNotice {

    /** PayFiP takes nothing below one euro. */
    private static final long LEAST_ONLINE_CENTS = 100;

    private final Typesetter typesetter;
    private final InvoiceDocument invoice;

    PaymentNotice(Typesetter typesetter, InvoiceDocument invoice) {
        this.typesetter = typesetter;
        this.invoice = invoice;
    }

    NoticePanel panel() {
        if (invoice.isSomethingLeftToPay()) {
            return howToPay();
        }
        boolean creditNote = invoice.kind() == InvoiceDocument.Kind.CREDIT_NOTE;
        String key = creditNote ? creditNoteKey() : "settled";
        NoticePanel panel =
                new NoticePanel(typesetter, DocumentWords.text("notice." + key + ".title"), Optional.empty());
        panel.add(DocumentWords.text("notice." + key + ".lead"), DocumentWords.text("notice." + key + ".text"));
        return withContact(panel);
    }

    /** Of a credit note that cancels an invoice nobody had paid, nothing is left to give back. */
    private String creditNoteKey() {
        if (invoice.balance().isNegative()) {
            return "credit-note";
        }
        return "cancellation";
    }

    private NoticePanel howToPay() {
        Optional<String> url = invoice.payFip().map(PayFipLink::url);
        NoticePanel panel = new NoticePanel(typesetter, DocumentWords.text("notice.pay.title"), url);
        String online = DocumentWords.text("notice.pay.online.lead");
        if (invoice.payFip().isPresent()) {
            PayFipLink link = invoice.payFip().get();
            panel.add(online, DocumentWords.text("notice.pay.online.text"))
                    .addLink(
                            "",
                            DocumentWords.text(
                                    "notice.pay.online.link",
                                    "https://" + link.site(),
                                    link.reference(),
                                    FrenchForms.amount(link.amount())),
                            link.url());
        } else {
            boolean tooLittle = invoice.balance().cents() < LEAST_ONLINE_CENTS;
            panel.add(online, DocumentWords.text(tooLittle ? "notice.pay.too-little" : "notice.pay.not-online"));
        }
        String where = invoice.office().addressInOneLine();
        panel.add(
                DocumentWords.text("notice.pay.desk.lead"),
                where.isEmpty()
                        ? DocumentWords.text("notice.pay.desk.text")
                        : DocumentWords.text("notice.pay.desk.text-with-address", where));
        return withContact(panel);
    }

    private NoticePanel withContact(NoticePanel panel) {
        String contact = invoice.office().contactInOneLine();
        return contact.isEmpty() ? panel : panel.add(DocumentWords.text("notice.question"), contact);
    }
}
