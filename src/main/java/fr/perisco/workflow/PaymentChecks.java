package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.store.DepositStore;
import fr.perisco.store.PaymentAudit;
import java.util.ArrayList;
import java.util.List;

/** What must hold of payments: none settles more than it is, no invoice is settled beyond its
 * amount, what was paid out came out of something, and no deposit slip is missing. */
final class PaymentChecks {
    private final PaymentAudit audit;
    private final DepositStore deposits;

    PaymentChecks(Office office) {
        this.audit = new PaymentAudit(office.database());
        this.deposits = new DepositStore(office.database());
    }

    /** What does not hold; empty when all is well. */
    List<Reason> findings() {
        List<Reason> findings = new ArrayList<>();
        audit.invoicesSettledTwice().forEach(number -> findings.add(Reason.of("verify.balance", number)));
        audit.paymentsSpentTwice().forEach(id -> findings.add(Reason.of("verify.payment", Long.toString(id))));
        audit.payoutsUncovered().forEach(id -> findings.add(Reason.of("verify.payout", Long.toString(id))));
        audit.takenBackTwice().forEach(id -> findings.add(Reason.of("verify.taken-back", Long.toString(id))));
        if (deposits.hasGap()) {
            findings.add(Reason.of("verify.deposit"));
        }
        return findings;
    }
}
