package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * How an invoice is paid online: PayFiP's page, ready with the reference and the amount.
 *
 * @param reference PayFiP's {@code refdet}: 6 to 30 ASCII letters and digits
 * @param amount what PayFiP will ask for, above zero
 * @param url absolute {@code https} or {@code http} address in ASCII, at most 1,200 characters; goes into the QR code
 *     as it is
 */
public record PayFipLink(String reference, Money amount, String url) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9]{6,30}");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[!-~]{1,1190}");

    /** @throws IllegalArgumentException when reference, amount or address isn't as said above */
    public PayFipLink {
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("not a PayFiP reference: " + reference);
        }
        if (amount.cents() <= 0) {
            throw new IllegalArgumentException("nothing to pay: " + amount);
        }
        requireWebAddress(url);
    }

    /**
     * Refuses what isn't an absolute web address, so that no document carries a {@code javascript:} or {@code file:}
     * link.
     */
    static void requireWebAddress(String url) {
        if (!WEB_ADDRESS.matcher(url).matches() || URI.create(url).getHost() == null) {
            throw new IllegalArgumentException("not an absolute web address: " + url);
        }
    }

    /** The site alone, short enough to be read and typed. */
    String site() {
        return URI.create(url).getHost();
    }
}
