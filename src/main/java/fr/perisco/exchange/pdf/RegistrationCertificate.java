package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What certifies that a child is registered for activities.
 *
 * @param sex F, M or empty
 * @param school name and class; empty when they are not known
 * @param schoolYear such as {@code 2016-2017}
 * @param places at least one
 * @param issuedOn also the PDF's creation date
 */
public record RegistrationCertificate(
        OfficeHead office,
        Recipient recipient,
        String child,
        String sex,
        Optional<LocalDate> birth,
        String school,
        String schoolYear,
        List<Place> places,
        LocalDate issuedOn) {
    /**
     * An activity for which the child is registered.
     *
     * @param to last day, included
     */
    public record Place(String activity, String service, LocalDate from, LocalDate to) {}

    /** @throws IllegalArgumentException when there is nothing to certify */
    public RegistrationCertificate {
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a certificate of nothing");
        }
    }
}
