package fr.perisco.domain.payment;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tax certificate as it was issued: it never changes.
 *
 * @param letterhead the office's settings of that day
 * @param lines none where it replaces one of which nothing holds any more
 * @param replaces the number of the one in whose place it stands; null for a family's first of the year
 */
public record TaxCertificate(
        String number,
        long familyId,
        TaxYear year,
        LocalDate issuedOn,
        Letterhead letterhead,
        Recipient recipient,
        List<Line> lines,
        @Nullable String replaces) {
    /** A child as it was called then, and what was paid for its care. */
    public record Line(long childId, String childName, LocalDate birthOn, Money amount) {}

    public TaxCertificate {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }
}
