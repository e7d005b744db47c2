package fr.perisco.domain.payment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The online payments that are recorded already. Two that both carry PayFiP's key are the same when the keys are; where one
 * of them lacks it, when client, reference, amount, authorisation, day and time are.
 */
public final class KnownNotifications {
    private final Set<String> keys = new HashSet<>();
    private final Set<PayFipNotification.Traits> traits = new HashSet<>();
    private final Set<PayFipNotification.Traits> traitsWithoutKey = new HashSet<>();

    public KnownNotifications(Collection<PayFipNotification> recorded) {
        recorded.forEach(this::add);
    }

    void add(PayFipNotification recorded) {
        traits.add(recorded.traits());
        if (recorded.idop().isEmpty()) {
            traitsWithoutKey.add(recorded.traits());
        } else {
            keys.add(recorded.idop());
        }
    }

    boolean has(PayFipNotification told) {
        return told.idop().isEmpty()
                ? traits.contains(told.traits())
                : keys.contains(told.idop()) || traitsWithoutKey.contains(told.traits());
    }
}
