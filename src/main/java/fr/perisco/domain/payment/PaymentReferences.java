package fr.perisco.domain.payment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** References for one invoice after another: what is the same in all their addresses is put together once. */
public final class PaymentReferences {
    private static final String PLAIN_BESIDE_LETTERS = ".-*_";

    private final PayFip payFip;
    private final String head;
    private final String tail;

    PaymentReferences(PayFip payFip) {
        this.payFip = payFip;
        this.head = payFip.url() + (payFip.url().contains("?") ? "&" : "?") + "numcli=" + encoded(payFip.numcli());
        this.tail = "&urlcl=" + encoded(payFip.returnUrl()) + "&saisie=" + encoded(payFip.saisie());
    }

    /** The reference under which a payable invoice is paid. */
    public PaymentReference of(OpenInvoice invoice) {
        int month = invoice.month().getMonthValue();
        int exer = invoice.issuedOn().getYear();
        String period = (month < 10 ? "0" : "") + month;
        int year = invoice.month().getYear();
        String number = invoice.number();
        long montant = invoice.balance().cents();
        String url = head
                + "&exer=" + exer
                + "&refdet=" + number
                + "&objet=Facture+" + number + "+" + period + "+" + year
                + "&montant=" + montant
                + "&mel=" + encodedEmail(invoice.login())
                + tail;
        return new PaymentReference(
                payFip.numcli(),
                exer,
                number,
                "Facture " + number + " " + period + " " + year,
                montant,
                invoice.login(),
                payFip.saisie(),
                url);
    }

    /** Hardly any address needs the whole encoding, which takes longer than all the rest. */
    private static String encodedEmail(String email) {
        int at = email.indexOf('@');
        return at < 0 ? encoded(email) : encoded(email.substring(0, at)) + "%40" + encoded(email.substring(at + 1));
    }

    private static String encoded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return URLEncoder.encode(text, StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    private static boolean isPlain(char letter) {
        return letter < 128 && (Character.isLetterOrDigit(letter) || PLAIN_BESIDE_LETTERS.indexOf(letter) >= 0);
    }
}
