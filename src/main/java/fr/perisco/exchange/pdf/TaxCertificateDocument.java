package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What certifies to a family what it paid in a calendar year for the care of its young children.
 *
 * @param office who provided the care
 * @param children none when nothing was paid that gives a right to the tax credit
 * @param ageLimit children count who were younger on 1 January, in completed years
 * @param replaces the number of the certificate that this one replaces
 */
public record TaxCertificateDocument(
        OfficeHead office,
        Recipient recipient,
        String number,
        int year,
        int ageLimit,
        List<Child> children,
        Money total,
        Optional<String> replaces,
        LocalDate issuedOn) {
    /** A child and what was paid for its care. */
    public record Child(String name, LocalDate birthOn, Money amount) {}

    public TaxCertificateDocument {
        children = List.copyOf(children);
    }
}
