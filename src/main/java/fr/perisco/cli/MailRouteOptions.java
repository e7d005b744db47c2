package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
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
     * @throws Misused when it says both, or a number makes no sense
     */
    Optional<MailRoute> route(Desk desk) {
        if (smtp != null && outbox != null) {
            throw Misused.because("usage.exclusive", "--smtp --outbox");
        }
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw Misused.because("mail.timeout", LONGEST_TIMEOUT);
        }
        if (rate != null && rate < 1) {
            throw Misused.because("mail.rate");
        }
        if (smtp != null) {
            return Optional.of(MailRoute.smtp(
                    smtp, desk.surroundings().environment(), desk.file(""), Duration.ofSeconds(timeout)));
        }
        return Optional.ofNullable(outbox).map(folder -> MailRoute.outbox(desk.file(folder)));
    }

    /** The most mails a minute; 0 for as many as the server takes. */
    int perMinute() {
        return rate == null ? 0 : rate;
    }
}
