package fr.perisco.exchange.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Who the server knows us as. It has no {@code toString}: the password is nobody else's. */
public final class SmtpLogin {
    private final String user;
    private final String password;

    public SmtpLogin(String user, String password) {
        this.user = user;
        this.password = password;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** A server's words with stars in the place of the password, should it repeat what it was given (RFC 4616, RFC 4954). */
    String withoutPassword(String words) {
        String plain = "\0" + user + "\0" + password;
        String starred = words;
        for (String secret : List.of(encoded(plain), encoded(password), password)) {
            starred = starred.replace(secret, "***");
        }
        return starred;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
