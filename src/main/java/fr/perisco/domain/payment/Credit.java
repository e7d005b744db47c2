package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;

/**
 * What is left of a payment or of a credit note.
 *
 * @param sourceId the payment's or the credit note's key
 * @param fromCreditNote which of the two it is
 */
public record Credit(long sourceId, boolean fromCreditNote, Money left) {}
