package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.store.InvoiceAudit;
import java.util.ArrayList;
import java.util.List;

/** What must hold of issued documents for ever: no number missing, totals that add up, an unbroken chain. */
final class InvoiceChecks {
    private final InvoiceAudit store;

    InvoiceChecks(Office office) {
        this.store = new InvoiceAudit(office.database());
    }

    /** What does not hold; empty when all is well. */
    List<Reason> findings() {
        List<Reason> findings = new ArrayList<>();
        store.gaps().forEach(prefix -> findings.add(Reason.of("verify.numbers", prefix)));
        store.wrongTotals().forEach(number -> findings.add(Reason.of("verify.total", number)));
        store.eachBrokenLink(number -> findings.add(Reason.of("verify.chain", number)));
        return findings;
    }
}
