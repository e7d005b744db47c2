package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.Journal;
import fr.perisco.store.MailStore;
import fr.perisco.store.RegistrationStore.Named;
import java.time.LocalDate;
import java.util.List;

/**
 * Tells families by mail of places that they waited for and have now: all that happens until the mail is sent goes into one. Only
 * inside an act. An office that sends no mails tells nobody.
 */
final class PlaceNews {
    private final Office office;
    private final MailStore store;
    private final boolean isTold;

    PlaceNews(Office office) {
        this.office = office;
        this.store = new MailStore(office.database());
        this.isTold = MailIdentity.isSet(office);
    }

    void tell(Named registration, Unit unit, LocalDate day, Journal journal) {
        if (!isTold) {
            return;
        }
        StoredFamily family =
                new FamilyStore(office.database()).family(registration.family()).orElseThrow();
        if (!family.family().login().isEmpty()) {
            long mail = store.waiting(MailKind.WAITING_LIST, family.id())
                    .map(QueuedMail::id)
                    .orElseGet(() -> queued(family, journal));
            store.addPlace(mail, registration.child(), unit.id(), day);
        }
    }

    private long queued(StoredFamily family, Journal journal) {
        MailStore.NewMail mail = new MailStore.NewMail(
                MailKind.WAITING_LIST,
                family.id(),
                family.family().code(),
                family.family().login(),
                MailSubject.PLAIN);
        return store.insert(List.of(mail), office.clock(), journal).get(0);
    }
}
