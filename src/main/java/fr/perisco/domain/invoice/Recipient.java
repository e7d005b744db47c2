package fr.perisco.domain.invoice;

/**
 * Whom a document is for, as it stood on the day of issue. All but the name may be empty.
 *
 * @param login the family's e-mail, which PayFiP asks for
 */
public record Recipient(String name, String address, String postcode, String city, String login) {
    /** A document that somebody tampered with is still read, and then found out by its hash. */
    private static final String MISSING_LINES = "\n\n\n\n";

    /** The form in which it is kept: one line each. */
    public String text() {
        return String.join("\n", name, address, postcode, city, login);
    }

    public static Recipient of(String text) {
        String[] lines = (text + MISSING_LINES).split("\n", -1);
        return new Recipient(lines[0], lines[1], lines[2], lines[3], lines[4]);
    }
}
