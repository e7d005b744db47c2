package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.DepositSlip;

/**
 * A deposit slip, for print.
 *
 * @param office the office as it was on the day of the slip
 */
public record DepositSlipDocument(OfficeHead office, DepositSlip slip) {}
