package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What PayFiP tells of one payment, under its own names. Nothing of it is signed.
 *
 * @param exer four-digit year; null when it was not told
 * @param refdet the invoice's number
 * @param montant what was paid, or was to be
 * @param saisie T test, X activation, A production; empty when it was not told
 * @param numauto the bank's authorisation, up to 16 letters and digits
 * @param dattrans the day of the payment; null only where nothing was paid
 * @param heurtrans Europe/Paris; null when it was not told
 * @param idop PayFiP's key of the payment; empty when it was not told
 */
public record PayFipNotification(
        String numcli,
        @Nullable Integer exer,
        String refdet,
        Money montant,
        String saisie,
        PayFipResult resultrans,
        String numauto,
        @Nullable LocalDate dattrans,
        @Nullable LocalTime heurtrans,
        String idop) {
    /** What a payment is known by where PayFiP's key of it was not told. */
    record Traits(
            String numcli,
            String refdet,
            Money montant,
            String numauto,
            @Nullable LocalDate dattrans,
            @Nullable LocalTime heurtrans) {}

    Traits traits() {
        return new Traits(numcli, refdet, montant, numauto, dattrans, heurtrans);
    }

    /** What the bank and the clerk know the payment by. */
    public String reference() {
        return idop.isEmpty() ? numauto : idop;
    }
}
