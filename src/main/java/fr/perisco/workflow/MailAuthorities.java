package fr.perisco.workflow;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.exchange.mail.TrustedAuthorities;
import java.time.Instant;

/** Who may vouch for a mail server, beside those whom Java trusts. */
public final class MailAuthorities {
    private final TrustedAuthorities trusted;

    private MailAuthorities(TrustedAuthorities trusted) {
        this.trusted = trusted;
    }

    /**
     * Reads a PEM file of certificates.
     *
     * @param source the file's name as it was given
     * @param now when they must hold
     * @throws BadInput when there is no certificate in it, or one that does not hold
     */
    public static MailAuthorities read(byte[] content, String source, Instant now) {
        return new MailAuthorities(TrustedAuthorities.read(content, source, now));
    }

    TrustedAuthorities trusted() {
        return trusted;
    }
}
