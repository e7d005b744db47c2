package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.store.TaxCertificateStore;
import fr.perisco.store.Upkeep;
import java.util.ArrayList;
import java.util.List;

/** Checks that all holds: the file and its references, reservations and their history, issued documents, payments,
 * and that nothing which acts recorded was changed behind their back. */
public final class DatabaseCheck {
    private final Office office;

    public DatabaseCheck(Office office) {
        this.office = office;
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
