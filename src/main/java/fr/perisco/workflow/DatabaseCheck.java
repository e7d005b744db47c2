package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.store.LastBackup;
import fr.perisco.store.TaxCertificateStore;
import fr.perisco.store.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that all holds: the file and its references, reservations and their history, issued documents, payments,
 * and that nothing which acts recorded was changed behind their back. */
public final class DatabaseCheck {
    private final Office office;

    public DatabaseCheck(Office office) {
        this.office = office;
    }

    /** The last backup, when it is remembered and still there. */
    public Optional<Reason> remedy() {
        return office.database()
                .file()
                .flatMap(LastBackup::of)
                .map(backup -> Reason.of("verify.last-backup", backup.file().toString(), backup.moment()));
    }

    /** That the file itself is damaged; empty when it is sound, whatever else does not hold. */
    public Optional<Reason> damage() {
        return office.read(() -> new Upkeep(office.database()).damage());
    }

    /**
     * Nothing is done, nor even read, with a file that is known to be damaged; one that takes long to look through is checked before a
     * month end and a backup only.
     *
     * @throws Unavailable when it is damaged
     */
    public void requireSoundIfSmall() {
        office.read(() -> new Upkeep(office.database()).damageFoundAtOnce()).ifPresent(damage -> {
            throw Unavailable.because(damage.code(), damage.details().toArray());
        });
    }

    /** What does not hold; empty when all is well. */
    public List<Reason> findings() {
        return office.read(() -> {
            List<Reason> findings = new ArrayList<>(new Upkeep(office.database()).findings());
            findings.addAll(new ReservationChecks(office).findings());
            findings.addAll(new InvoiceChecks(office).findings());
            findings.addAll(new PaymentChecks(office).findings());
            new TaxCertificateStore(office.database())
                    .gaps()
                    .forEach(prefix -> findings.add(Reason.of("verify.numbers", prefix)));
            findings.addAll(new SealChecks(office).findings());
            return findings;
        });
    }
}
