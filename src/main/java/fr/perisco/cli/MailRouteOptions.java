package fr.perisco.cli;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.MailAuthorities;
import fr.perisco.workflow.MailRoute;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where mails go, and how fast. */
final class MailRouteOptions {
    private static final int LONGEST_TIMEOUT = 600;

    @Option(names = "--smtp", paramLabel = "URL", descriptionKey = "mail.option.smtp")
    @Nullable
    String smtp;

    @Option(names = "--ca-file", paramLabel = "FILE", descriptionKey = "mail.option.ca-file")
    @Nullable
    String authorities;

    @Option(names = "--outbox", paramLabel = "DIR", descriptionKey = "mail.option.outbox")
    @Nullable
    String outbox;

    @Option(names = "--rate", paramLabel = "N", descriptionKey = "mail.option.rate")
    @Nullable
    Integer rate;

    @Option(names = "--timeout", paramLabel = "SECONDS", defaultValue = "30", descriptionKey = "mail.option.timeout")
    int timeout;

    /**
     * Where mails go; empty when the command line does not say.
     *
     * @throws Misused when it says both, or names who vouches for a server and no server, or a number makes no sense
     * @throws BadInput when the authorities' file holds no certificate, or one that does not hold
     */
    Optional<MailRoute> route(Desk desk) {
        if (smtp != null && outbox != null) {
            throw Misused.because("usage.exclusive", "--smtp --outbox");
        }
        if (authorities != null && smtp == null) {
            throw Misused.because("mail.ca-without-server");
        }
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw Misused.because("mail.timeout", LONGEST_TIMEOUT);
        }
        if (rate != null && rate < 1) {
            throw Misused.because("mail.rate");
        }
        if (smtp != null) {
            return Optional.of(MailRoute.smtp(
                    smtp,
                    desk.surroundings().environment(),
                    desk.file(""),
                    authorities == null ? null : read(desk, authorities),
                    Duration.ofSeconds(timeout)));
        }
        return Optional.ofNullable(outbox).map(folder -> MailRoute.outbox(desk.file(folder)));
    }

    private static MailAuthorities read(Desk desk, String name) {
        return MailAuthorities.read(
                desk.content(name), name, desk.surroundings().clock().instant());
    }

    /** The most mails a minute; 0 for as many as the server takes. */
    int perMinute() {
        return rate == null ? 0 : rate;
    }
}
