package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.store.ReservationAudit;
import java.util.List;

/** What must hold of reservations: who booked and cancelled what adds up to what is booked. */
final class ReservationChecks {
    private final ReservationAudit audit;

    ReservationChecks(Office office) {
        this.audit = new ReservationAudit(office.database());
    }

    /** What does not hold; empty when all is well. */
    List<Reason> findings() {
        return audit.brokenHistories().stream()
                .map(broken ->
                        Reason.of("verify.history", broken.child(), broken.activity(), broken.unit(), broken.month()))
                .toList();
    }
}
