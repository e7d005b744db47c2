package fr.perisco.domain.report;

import fr.perisco.domain.money.Money;

/**
 * Lines of issued documents, added up.
 *
 * @param part what they bill: {@code days}, {@code surcharge}, {@code adjustment}, or {@code cancellation} for what a credit note
 *     takes back of a whole invoice
 * @param surcharge whether they are about the surcharge of their tariff row
 * @param quantity as printed; negative for what is taken back
 */
public record BilledCell(String part, long unitId, long tariffId, boolean surcharge, int quantity, Money amount) {
    /** Lines that a credit note takes back because it cancels their invoice. */
    public static final String CANCELLATION = "cancellation";
}
