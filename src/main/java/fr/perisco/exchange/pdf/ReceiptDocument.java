package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.PaymentReceipt;

/**
 * What confirms a payment to a family.
 *
 * @param office who received it
 * @param recipient the family
 */
public record ReceiptDocument(OfficeHead office, Recipient recipient, PaymentReceipt receipt) {}
