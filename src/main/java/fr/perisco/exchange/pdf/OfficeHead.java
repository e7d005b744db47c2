package fr.perisco.exchange.pdf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The family office as it heads its letters. Only the name is required; what is unknown is an empty text or list.
 *
 * @param name for example {@code Service périscolaire – Maison Moureu}
 * @param addressLines street and place, without postcode and city
 * @param hours opening hours in words
 */
public record OfficeHead(
        String name,
        List<String> addressLines,
        String postcode,
        String city,
        String phone,
        String email,
        String hours) {

    /** @throws IllegalArgumentException when the name is blank */
    public OfficeHead {
        if (name.isBlank()) {
            throw new IllegalArgumentException("the office needs a name");
        }
        addressLines = List.copyOf(addressLines);
    }

    String postcodeAndCity() {
        return (postcode + " " + city).strip();
    }

    /** The address in one line, commas between; empty when nothing is known. */
    String addressInOneLine() {
        return Stream.concat(addressLines.stream(), Stream.of(postcodeAndCity()))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Phone and e-mail in one line; empty when nothing is known. */
    String contactInOneLine() {
        return Stream.of(phone, email).filter(text -> !text.isBlank()).collect(Collectors.joining(" – "));
    }
}
