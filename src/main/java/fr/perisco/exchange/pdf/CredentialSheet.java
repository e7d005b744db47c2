package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a family needs for its first connection to the portal, on one page.
 *
 * @param login the reference guardian's e-mail address
 * @param temporaryPassword in clear, 1 to 100 characters; never shown by {@link #toString()}, and nothing here keeps it
 *     once the page is drawn. Hand in {@code CharBuffer.wrap(chars)} to be able to wipe it
 * @param children may be empty; what doesn't fit on the page is counted in words
 * @param portalUrl absolute {@code https} or {@code http} address
 * @param issuedOn also the PDF's creation date
 */
public record CredentialSheet(
        OfficeHead office,
        Recipient recipient,
        String login,
        CharSequence temporaryPassword,
        List<Pupil> children,
        Optional<String> portalUrl,
        LocalDate issuedOn) {

    /**
     * A child of the family; school and class may be empty.
     *
     * @param name family name and first name
     * @param className label of the class, for example {@code CE1 – Mme Lafitte}
     */
    public record Pupil(String name, String school, String className) {}

    /** As long as an e-mail address may be. */
    private static final int LONGEST_LOGIN = 254;

    /**
     * @throws IllegalArgumentException when the login is missing or has more than 254 characters, the password is missing
     *     or has more than 100, or the address isn't one
     */
    public CredentialSheet {
        children = List.copyOf(children);
        if (login.isBlank() || login.length() > LONGEST_LOGIN) {
            throw new IllegalArgumentException("a login has 1 to " + LONGEST_LOGIN + " characters");
        }
        if (temporaryPassword.length() == 0 || temporaryPassword.length() > 100) {
            throw new IllegalArgumentException("a password has 1 to 100 characters");
        }
        portalUrl.ifPresent(PayFipLink::requireWebAddress);
    }

    /** Without the password: a sheet may end up in a message. */
    @Override
    public String toString() {
        return "CredentialSheet[login=" + login + ", children=" + children.size() + "]";
    }
}
