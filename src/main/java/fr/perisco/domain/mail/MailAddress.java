package fr.perisco.domain.mail;

import fr.perisco.domain.credential.Login;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who mails come from, or answers go to: {@code mairie@example.org} or {@code Mairie de Valmourin <mairie@example.org>}.
 *
 * @param name may be empty
 * @param address one e-mail address in ASCII
 */
public record MailAddress(String name, String address) {
    private static final Pattern NAMED = Pattern.compile("\"?([^\"<>\\p{Cc}]*?)\"?\\s*<([^<>]+)>");

    /** Reads an address; empty when it is none. */
    public static Optional<MailAddress> parse(String text) {
        String stripped = text.strip();
        Matcher named = NAMED.matcher(stripped);
        MailAddress address = named.matches()
                ? new MailAddress(named.group(1).strip(), named.group(2).strip())
                : new MailAddress("", stripped);
        return Login.isEmail(address.address()) ? Optional.of(address) : Optional.empty();
    }

    /** What stands after the {@code @}. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
