package fr.perisco.workflow;

import fr.perisco.domain.office.SealFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.SealAudit;
import java.util.List;

/** What must hold of acts: what each recorded is what was sealed when it was done, and none is missing. */
final class SealChecks {
    private final SealAudit audit;

    SealChecks(Office office) {
        this.audit = new SealAudit(office.database());
    }

    /** What does not hold; empty when all is well. */
    List<Reason> findings() {
        return audit.faults().stream()
                .map(fault -> Reason.of(code(fault.finding()), fault.actId(), fault.kind(), fault.actor()))
                .toList();
    }

    private static String code(SealFault.Finding finding) {
        return switch (finding) {
            case CHANGED -> "verify.seal";
            case UNSEALED -> "verify.unsealed";
            case AFTER_GAP -> "verify.act-missing";
        };
    }
}
