package fr.perisco.exchange.mail;

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
}
