package fr.perisco.domain.payment;

import fr.perisco.domain.money.Money;

/**
 * The part of a credit that settles an invoice.
 *
 * @param amount negative where it is taken back
 */
public record Allocation(Credit credit, long invoiceId, Money amount) {}
