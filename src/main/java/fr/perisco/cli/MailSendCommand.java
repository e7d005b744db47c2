package fr.perisco.cli;

import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.MailRoute;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends the mails that wait, and those whose next attempt is due. */
@Command
final class MailSendCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    MailRouteOptions route = new MailRouteOptions();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "mail.option.kind")
    @Nullable
    MailKind kind;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Mixin
    MailListing listing = new MailListing();

    @Mixin
    DryRun dryRun = new DryRun();

    MailSendCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        MailRoute to = route.route(desk).orElseThrow(() -> Misused.because("mail.no-route"));
        try (Office office = desk.open(dryRun.isSet())) {
            return new MailOutcome(desk)
                    .send(
                            office,
                            new MailFilter(kind, family, null, null, null),
                            to,
                            route.perMinute(),
                            listing.verbose);
        }
    }
}
