package fr.perisco.domain.mail;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a mail names, from which its content is made when it is sent.
 *
 * @param invoice a number; null where the mail is about none
 * @param reminder a reminder's number
 * @param certificate a tax certificate's number
 * @param child a code, of a registration certificate for one child only
 * @param activity a code, of a registration certificate for one activity only
 * @param day in the school year of a registration certificate
 * @param renews whether a password takes the place of one that the family has
 */
public record MailSubject(
        @Nullable String invoice,
        @Nullable Long reminder,
        @Nullable String certificate,
        @Nullable String child,
        @Nullable String activity,
        @Nullable LocalDate day,
        boolean renews) {
    /** Nothing but the kind. */
    public static final MailSubject PLAIN = new MailSubject(null, null, null, null, null, null, false);

    public static MailSubject ofInvoice(String number) {
        return new MailSubject(number, null, null, null, null, null, false);
    }

    public static MailSubject ofReminder(long number) {
        return new MailSubject(null, number, null, null, null, null, false);
    }

    public static MailSubject ofTaxCertificate(String number) {
        return new MailSubject(null, null, number, null, null, null, false);
    }

    /**
     * @param day in the school year that is certified
     */
    public static MailSubject ofRegistrations(@Nullable String child, @Nullable String activity, LocalDate day) {
        return new MailSubject(null, null, null, child, activity, day, false);
    }

    public static MailSubject ofCredential(boolean renews) {
        return new MailSubject(null, null, null, null, null, null, renews);
    }

    /** The document that it carries, as people name it; empty for none. */
    public String document() {
        if (invoice != null) {
            return invoice;
        }
        if (certificate != null) {
            return certificate;
        }
        if (reminder != null) {
            return reminder.toString();
        }
        return child == null ? "" : child;
    }
}
