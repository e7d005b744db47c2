package fr.perisco.domain.invoice;

import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;

/**
 * A family as invoicing sees it.
 *
 * @param recipient the address block, one line each, separated by line feeds
 */
public record PayingFamily(
        long id, String code, String name, String recipient, QuotientHistory quotients, ResidencyHistory residency) {}
