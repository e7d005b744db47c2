package fr.perisco.domain.invoice;

import java.util.List;

/**
 * Whom a document is for, as it stood on the day of issue. All but the name may be empty.
 *
 * @param login the family's e-mail, which PayFiP asks for
 */
public record Recipient(String name, String address, String postcode, String city, String login) {
    /** The form in which it is kept: one line each. */
    public String text() {
        return String.join("\n", name, address, postcode, city, login);
    }

    public static Recipient of(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return new Recipient(lines.get(0), lines.get(1), lines.get(2), lines.get(3), lines.get(4));
    }
}
