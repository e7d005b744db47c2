package fr.perisco.domain.invoice;

import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;

/**
 * A family as invoicing sees it.
 *
 * @param recipient whom its documents are for
 */
public record PayingFamily(
        long id,
        String code,
        String name,
        Recipient recipient,
        QuotientHistory quotients,
        ResidencyHistory residency) {}
