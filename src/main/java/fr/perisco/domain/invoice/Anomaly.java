package fr.perisco.domain.invoice;

import fr.perisco.domain.reason.Reason;

/**
 * Something that a clerk should mend or know before the month is invoiced.
 *
 * @param blocks whether the family cannot be invoiced as long as it stands
 */
public record Anomaly(String familyCode, boolean blocks, Reason reason) {}
