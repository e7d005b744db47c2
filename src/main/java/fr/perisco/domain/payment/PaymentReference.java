package fr.perisco.domain.payment;

/**
 * What PayFiP is asked for, under its own names.
 *
 * @param exer year of the issue date
 * @param refdet the invoice's number
 * @param montant balance in cents
 * @param url the ready address of the payment page
 */
public record PaymentReference(
        String numcli, int exer, String refdet, String objet, long montant, String mel, String saisie, String url) {}
