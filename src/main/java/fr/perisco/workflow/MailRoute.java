package fr.perisco.workflow;

import fr.perisco.domain.mail.MailServer;
import fr.perisco.domain.mail.MailServer.Security;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reason.Unavailable;
import fr.perisco.exchange.mail.SmtpLogin;
import fr.perisco.exchange.mail.TrustedAuthorities;
import fr.perisco.store.SecretFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where mails go: to a server, or into a folder. */
public final class MailRoute {
    private static final String USER = "PERISCO_SMTP_USER";
    private static final String PASSWORD_FILE = "PERISCO_SMTP_PASSWORD_FILE";

    private final Supplier<Postman> postmen;

    private MailRoute(Supplier<Postman> postmen) {
        this.postmen = postmen;
    }

    /**
     * To a server. Who we are to it stands in the environment: {@code PERISCO_SMTP_USER}, and {@code PERISCO_SMTP_PASSWORD_FILE},
     * which names a file that its owner alone may read.
     *
     * @param folder against which that file is read
     * @param authorities null for none but those whom Java trusts
     * @param patience for each answer of the server
     * @throws Misused when it is no address, or the environment names a user without a password, or somebody is to vouch for a server
     *     that shows no certificate
     * @throws Refused when others may read the password
     * @throws Unavailable when nobody can
     */
    public static MailRoute smtp(
            String url,
            Map<String, String> environment,
            Path folder,
            @Nullable MailAuthorities authorities,
            Duration patience) {
        MailServer server = MailServer.parse(url);
        if (authorities != null && server.security() == Security.NONE) {
            throw Misused.because("mail.ca-in-clear");
        }
        Optional<TrustedAuthorities> trusted = Optional.ofNullable(authorities).map(MailAuthorities::trusted);
        Optional<SmtpLogin> login = login(environment, folder);
        return new MailRoute(() -> new SmtpPostman(server, login, trusted, patience));
    }

    /** Into a folder, a file each. */
    public static MailRoute outbox(Path folder) {
        return new MailRoute(() -> OutboxPostman.open(folder));
    }

    private static Optional<SmtpLogin> login(Map<String, String> environment, Path folder) {
        String user = environment.getOrDefault(USER, "");
        String file = environment.getOrDefault(PASSWORD_FILE, "");
        if (user.isBlank() && file.isBlank()) {
            return Optional.empty();
        }
        if (user.isBlank() || file.isBlank()) {
            throw Misused.because("mail.login-incomplete", USER, PASSWORD_FILE);
        }
        return Optional.of(new SmtpLogin(user, SecretFile.read(folder.resolve(file))));
    }

    Postman open() {
        return postmen.get();
    }
}
