package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The office's account with PayFiP (formerly TIPI), and what may be paid through it: the administration's "cahier des
 * charges PayFiP régie", as summed up in the contract, section 4.8.
 *
 * @param numcli six digits, leading zeros kept
 * @param saisie T for tests, X for activation, A for production
 * @param url the address of the payment page
 * @param returnUrl where PayFiP sends the family back
 * @param maximum the highest amount of one payment
 */
public record PayFip(String numcli, String saisie, String url, String returnUrl, Money maximum) {
    public static final Money MINIMUM = Money.ofCents(100);
    private static final int TEST_YEAR = 9999;
    private static final Pattern NUMCLI = Pattern.compile("\\d{6}");
    private static final Pattern REFDET = Pattern.compile("[A-Za-z0-9]{6,30}");
    private static final Pattern MEL = Pattern.compile("[!-?A-~]+@[!-?A-~]+\\.[!-?A-~]+");

    /** Why the balance of an invoice cannot be paid online; empty when it can. */
    public Optional<Reason> whyNotPayable(OpenInvoice invoice) {
        if (!NUMCLI.matcher(numcli).matches()) {
            return Optional.of(Reason.of("payfip.no-client", invoice.number()));
        }
        if (!REFDET.matcher(invoice.number()).matches()) {
            return Optional.of(Reason.of("payfip.number", invoice.number()));
        }
        if (invoice.balance().compareTo(MINIMUM) < 0) {
            return Optional.of(Reason.of("payfip.too-small", invoice.number(), invoice.balance(), MINIMUM));
        }
        if (invoice.balance().compareTo(maximum) > 0) {
            return Optional.of(Reason.of("payfip.too-large", invoice.number(), invoice.balance(), maximum));
        }
        if (invoice.login().isEmpty()) {
            return Optional.of(Reason.of("payfip.no-email", invoice.number(), invoice.familyCode()));
        }
        if (!isMel(invoice.login())) {
            return Optional.of(Reason.of("payfip.email", invoice.number(), invoice.familyCode()));
        }
        return Optional.empty();
    }

    private static boolean isMel(String email) {
        return email.length() >= 6 && email.length() <= 80 && MEL.matcher(email).matches();
    }

    /**
     * Whether no money moved: tests and activation payments count only while the office itself makes such. One that does not
     * say what it is, is of the office's kind.
     */
    boolean isTrial(PayFipNotification told) {
        Integer exer = told.exer();
        if (exer != null && exer == TEST_YEAR && !isTrial(saisie)) {
            return true;
        }
        return isTrial(told.saisie()) && !told.saisie().equals(saisie);
    }

    private static boolean isTrial(String mode) {
        return mode.equals("T") || mode.equals("X");
    }

    /** The reference under which a payable invoice is paid. */
    public PaymentReference referenceOf(OpenInvoice invoice) {
        return references().of(invoice);
    }

    /** For many invoices. */
    public PaymentReferences references() {
        return new PaymentReferences(this);
    }
}
