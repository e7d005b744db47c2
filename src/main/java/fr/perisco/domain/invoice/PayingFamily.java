package fr.perisco.domain.invoice;

import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.tariff.ChildSituation;
import fr.perisco.domain.tariff.PricedChild;
import java.time.LocalDate;
import java.util.Map;

/**
 * A family as invoicing sees it.
 *
 * @param recipient whom its documents are for
 * @param children by their codes, those whose prices depend on the child; empty where no price does
 */
public record PayingFamily(
        long id,
        String code,
        String name,
        Recipient recipient,
        QuotientHistory quotients,
        ResidencyHistory residency,
        Map<String, ChildSituation> children) {
    public PayingFamily(
            long id,
            String code,
            String name,
            Recipient recipient,
            QuotientHistory quotients,
            ResidencyHistory residency) {
        this(id, code, name, recipient, quotients, residency, Map.of());
    }

    /** What of a child its price may depend on, on a day. */
    public PricedChild pricedChild(String childCode, LocalDate day) {
        ChildSituation child = children.get(childCode);
        return child == null ? PricedChild.UNKNOWN : child.on(day);
    }
}
