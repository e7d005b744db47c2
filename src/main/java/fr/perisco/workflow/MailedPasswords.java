package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.DeliveryChannel;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.store.CredentialStore;
import fr.perisco.store.CredentialStore.Former;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.Journal;
import fr.perisco.store.MailStore.Settled;
import fr.perisco.workflow.MailPreparation.Prepared;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hashes of passwords that mails carry: stored before the mail goes, and taken back when it certainly reached nobody, so that the
 * password before it is good again. Only inside an act.
 */
final class MailedPasswords {
    private record Stored(String hash, Optional<Former> former) {}

    private final Office office;
    private final CredentialStore credentials;
    private final Map<Long, Stored> underway = new HashMap<>();

    MailedPasswords(Office office) {
        this.office = office;
        this.credentials = new CredentialStore(office.database());
    }

    void store(List<Prepared> taken, Journal journal) {
        List<CredentialFamily> families = new ArrayList<>();
        Map<Long, String> hashes = new HashMap<>();
        for (Prepared prepared : taken) {
            if (prepared.instead() == null) {
                prepared.draft().password().ifPresent(password -> {
                    QueuedMail mail = prepared.mail();
                    Optional<Former> former = credentials.find(mail.familyId());
                    underway.put(mail.id(), new Stored(password.hash(), former));
                    families.add(family(mail, former.isPresent()));
                    hashes.put(mail.familyId(), password.hash());
                    password.password().wipe();
                });
            }
        }
        credentials.saveTemporary(families, hashes, DeliveryChannel.MAIL, journal);
    }

    private CredentialFamily family(QueuedMail mail, boolean hasPassword) {
        return new CredentialFamily(
                mail.familyId(),
                new FamilyStore(office.database())
                        .family(mail.familyCode())
                        .orElseThrow()
                        .family(),
                hasPassword,
                List.of());
    }

    void takeBack(List<Settled> done, Journal journal) {
        for (Settled settled : done) {
            QueuedMail mail = settled.mail();
            Stored stored = underway.remove(mail.id());
            if (stored != null && !settled.delivery().mayHaveArrived()) {
                credentials.takeBack(
                        mail.familyId(),
                        mail.familyCode(),
                        stored.hash(),
                        stored.former().orElse(null),
                        journal);
            }
        }
    }
}
