package fr.perisco.workflow;

import fr.perisco.domain.mail.MailAddress;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.pdf.OfficeHead;
import fr.perisco.store.SetupStore;
import java.util.Optional;

/**
 * Who mails come from.
 *
 * @param from with the office's name where the setting has none
 */
record MailIdentity(MailAddress from, Optional<MailAddress> replyTo, OfficeHead head, OfficeSettings settings) {
    /**
     * As the setup says.
     *
     * @throws Refused when it says nobody, or what is no address
     */
    static MailIdentity of(Office office) {
        OfficeSettings settings = new SetupStore(office.database()).settings();
        OfficeHead head = InvoiceDocuments.head(settings);
        MailAddress from = MailAddress.parse(settings.get("mail.from"))
                .orElseThrow(() -> Refused.because(
                        settings.get("mail.from").isEmpty() ? "mail.no-from" : "mail.bad-from",
                        settings.get("mail.from")));
        return new MailIdentity(
                from.name().isEmpty() ? new MailAddress(head.name(), from.address()) : from,
                MailAddress.parse(settings.get("mail.reply-to")),
                head,
                settings);
    }

    /** Whether the setup says who mails come from. */
    static boolean isSet(Office office) {
        return MailAddress.parse(new SetupStore(office.database()).settings().get("mail.from"))
                .isPresent();
    }
}
