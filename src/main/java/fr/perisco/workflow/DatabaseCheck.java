package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.store.Upkeep;
import java.util.ArrayList;
import java.util.List;

/** Checks that all holds: the file, its references, and the documents that were issued. */
public final class DatabaseCheck {
    private final Office office;

    public DatabaseCheck(Office office) {
        this.office = office;
    }

    /** What does not hold; empty when all is well. */
    public List<Reason> findings() {
        return office.read(() -> {
            List<Reason> findings = new ArrayList<>(new Upkeep(office.database()).findings());
            findings.addAll(new InvoiceChecks(office).findings());
            return findings;
        });
    }
}
