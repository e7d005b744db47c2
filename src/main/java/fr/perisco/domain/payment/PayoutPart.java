package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;

/**
 * The part of a payment or of a credit note that a payout came out of.
 *
 * @param amount negative where it is taken back
 */
public record PayoutPart(Credit credit, long payoutId, Money amount) {}
