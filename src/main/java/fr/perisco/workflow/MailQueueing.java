package fr.perisco.workflow;

import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.Journal;
import fr.perisco.store.MailStore;
import fr.perisco.store.MailStore.NewMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queues mails to families that have an address. Only inside an act. */
final class MailQueueing {
    private final Office office;
    private final FamilyStore families;
    private final List<NewMail> mails = new ArrayList<>();
    private final List<Reason> withoutAddress = new ArrayList<>();

    MailQueueing(Office office) {
        this.office = office;
        this.families = new FamilyStore(office.database());
    }

    /** Notes a mail; a family without an address is noted as such. */
    void add(MailKind kind, String family, MailSubject subject) {
        Optional<StoredFamily> stored = families.family(family);
        String login = stored.map(known -> known.family().login()).orElse("");
        if (stored.isEmpty() || login.isEmpty()) {
            withoutAddress.add(Reason.of(
                    "credential.no-login",
                    family,
                    stored.map(known -> known.family().name()).orElse("")));
        } else {
            mails.add(new NewMail(kind, stored.get().id(), family, login, subject));
        }
    }

    /**
     * Notes a mail unless the same one waits already.
     *
     * @return whether it was noted
     */
    boolean addUnlessWaiting(MailKind kind, String family, MailSubject subject) {
        boolean waits = new MailStore(office.database())
                .list(new MailFilter(kind, family, null, null, null)).stream()
                        .anyMatch(mail ->
                                mail.state().isToSend() && mail.subject().equals(subject));
        if (!waits) {
            add(kind, family, subject);
        }
        return !waits;
    }

    /** Queues what was noted; their numbers, in the order in which they were noted. */
    List<Long> queue(Journal journal) {
        return new MailStore(office.database()).insert(mails, office.clock(), journal);
    }

    List<NewMail> mails() {
        return List.copyOf(mails);
    }

    /** The families that no mail can reach. */
    List<Reason> withoutAddress() {
        return List.copyOf(withoutAddress);
    }
}
