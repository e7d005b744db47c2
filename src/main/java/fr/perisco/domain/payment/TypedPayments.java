package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Online payments that a clerk entered by hand: told by PayFiP afterwards, they are not counted again. */
public final class TypedPayments {
    /**
     * @param id the payment's key
     * @param invoice number of an invoice that it settles
     * @param reference what the clerk entered
     */
    public record Typed(long id, String invoice, Money amount, String reference) {
        /** Whether PayFiP tells of it: the same invoice and amount, and its authorisation or key as the reference. */
        boolean isOf(PayFipNotification told) {
            return !reference.isEmpty()
                    && invoice.equals(told.refdet())
                    && amount.equals(told.montant())
                    && (reference.equals(told.numauto()) || reference.equals(told.idop()));
        }
    }

    private final List<Typed> open;

    public TypedPayments(Collection<Typed> typed) {
        open = new ArrayList<>(typed);
    }

    /** Whether what PayFiP tells was entered by hand; each payment answers for one notification. */
    boolean takes(PayFipNotification told) {
        for (Typed typed : open) {
            if (typed.isOf(told)) {
                open.removeIf(other -> other.id() == typed.id());
                return true;
            }
        }
        return false;
    }
}
