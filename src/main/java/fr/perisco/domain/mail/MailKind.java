package fr.perisco.domain.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a mail is about. */
public enum MailKind {
    INVOICE,
    REMINDER,
    /** Carries a login and a password, which is drawn when the mail is sent and never waits anywhere. */
    CREDENTIAL,
    TAX_CERTIFICATE,
    REGISTRATION_CERTIFICATE,
    /** Tells of places that were freed and that a child has now. */
    WAITING_LIST;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a kind by its code; empty when there is none such. */
    public static Optional<MailKind> parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
