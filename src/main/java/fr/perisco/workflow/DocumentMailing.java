package fr.perisco.workflow;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.store.MailStore;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Queues documents to be mailed beside the paper: reminders, certificates; each once. */
public final class DocumentMailing {
    /**
     * @param queued how many mails are new
     * @param before how many documents had one already
     * @param withoutAddress families that no mail can reach
     */
    public record Report(int queued, int before, List<Reason> withoutAddress) {
        public Report {
            withoutAddress = List.copyOf(withoutAddress);
        }
    }

    private record Wanted(String family, MailSubject subject) {}

    private final Office office;

    public DocumentMailing(Office office) {
        this.office = office;
    }

    /**
     * Checks that mails can be queued at all, before documents are issued.
     *
     * @throws Refused when the setup does not say who mails come from
     */
    public void requireSender() {
        Objects.requireNonNull(office.read(() -> MailIdentity.of(office)));
    }

    public Report reminders(List<Reminder> reminders) {
        return queue(
                "invoice remind",
                MailKind.REMINDER,
                reminders.stream()
                        .map(reminder -> new Wanted(reminder.familyCode(), MailSubject.ofReminder(reminder.id())))
                        .toList());
    }

    public Report taxCertificates(List<TaxCertificates.Certified> certified) {
        return queue(
                "certificate tax",
                MailKind.TAX_CERTIFICATE,
                certified.stream()
                        .filter(of -> of.certificate() != null)
                        .map(of -> new Wanted(
                                of.familyCode(),
                                MailSubject.ofTaxCertificate(
                                        Objects.requireNonNull(of.certificate()).number())))
                        .toList());
    }

    /**
     * Queues one mail with the certificates of an order; asked for again, they go again, unless they wait already.
     *
     * @throws Refused when a code is unknown, there is nothing to certify, or no mail can reach the family
     */
    public Report registrations(RegistrationCertificates.Order order) {
        RegistrationCertificates certificates = new RegistrationCertificates(office);
        return office.act("certificate registration", null, journal -> {
            MailIdentity.of(office);
            certificates.certificates(order, office.today());
            Family family = certificates.family(order);
            SchoolYear year = order.year() == null ? SchoolYear.of(office.today()) : order.year();
            MailSubject subject = MailSubject.ofRegistrations(order.child(), order.activity(), year.firstDay());
            MailQueueing queueing = new MailQueueing(office);
            boolean fresh = queueing.addUnlessWaiting(MailKind.REGISTRATION_CERTIFICATE, family.code(), subject);
            if (!queueing.withoutAddress().isEmpty()) {
                throw new Refused(queueing.withoutAddress());
            }
            return new Report(queueing.queue(journal).size(), fresh ? 0 : 1, List.of());
        });
    }

    private List<QueuedMail> mails(MailKind kind) {
        return new MailStore(office.database()).list(new MailFilter(kind, null, null, null, null));
    }

    private Report queue(String act, MailKind kind, List<Wanted> documents) {
        return office.act(act, null, journal -> {
            Set<MailSubject> known = mails(kind).stream()
                    .filter(mail -> mail.state() != MailState.CANCELLED)
                    .map(QueuedMail::subject)
                    .collect(Collectors.toSet());
            MailQueueing queueing = new MailQueueing(office);
            List<Wanted> fresh = documents.stream()
                    .filter(document -> !known.contains(document.subject()))
                    .toList();
            fresh.forEach(document -> queueing.add(kind, document.family(), document.subject()));
            // a rehearsal's documents were rolled back: there is nothing that a mail could name
            int queued = office.isRehearsal()
                    ? queueing.mails().size()
                    : queueing.queue(journal).size();
            return new Report(queued, documents.size() - fresh.size(), queueing.withoutAddress());
        });
    }
}
