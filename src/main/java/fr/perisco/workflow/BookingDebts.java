package fr.perisco.workflow;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.recovery.DebtLimit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The families that may not book before they pay, where the office has a debt limit. Each is looked up when it is asked for, unless
 * all are read at once. Only inside an act or a reading.
 */
final class BookingDebts {
    private final Office office;
    private final Optional<DebtLimit> limit;
    private final Map<Long, Optional<Reason>> known = new HashMap<>();
    private boolean allKnown;
    private boolean lifted;

    BookingDebts(Office office, Optional<DebtLimit> limit) {
        this.office = office;
        this.limit = limit;
    }

    /** Reads all of them, for who books for many families. */
    void readAll() {
        limit.ifPresent(its -> {
            new Debts(office).all().forEach(debt -> known.put(debt.familyId(), its.whyNot(debt)));
            allKnown = true;
        });
    }

    /** A clerk lets families book, whatever they owe. */
    void lift() {
        lifted = true;
    }

    /** Why a family may not book; empty when it may. */
    Optional<Reason> whyNot(long familyId) {
        if (lifted || limit.isEmpty() || (allKnown && !known.containsKey(familyId))) {
            return Optional.empty();
        }
        return known.computeIfAbsent(familyId, id -> lookUp(id, limit.get()));
    }

    private Optional<Reason> lookUp(long familyId, DebtLimit its) {
        return new Debts(office)
                .of(familyId).stream()
                        .map(its::whyNot)
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
