package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.workflow.CredentialMailing;
import fr.perisco.workflow.CredentialReset;
import fr.perisco.workflow.MailRoute;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a family another password, for a sheet or a mail. */
@Command
final class CredentialResetCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    @Nullable
    String output;

    @Mixin
    MailRouteOptions route = new MailRouteOptions();

    @Mixin
    DryRun dryRun = new DryRun();

    CredentialResetCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Optional<MailRoute> to = route.route(desk);
        if ((output == null) == to.isEmpty()) {
            throw Misused.because("credential.reset.where");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            if (output != null) {
                return print(office, output);
            }
            return send(office, to.orElseThrow());
        }
    }

    private int print(Office office, String file) {
        CredentialReset.Report report = new CredentialReset(office, desk.random()).reset(family, desk.output(file));
        if (!report.missing().isEmpty()) {
            desk.warn("credential.missing-characters", family, report.missing());
        }
        desk.say(dryRun.isSet() ? "credential.reset.would" : "credential.reset.done", family, report.login(), file);
        return ExitCode.OK;
    }

    private int send(Office office, MailRoute to) {
        CredentialMailing mailing = new CredentialMailing(office);
        CredentialMailing.Order order = new CredentialMailing.Order(List.of(family), true);
        mailing.plan(order).withoutLogin().forEach(without -> {
            throw Refused.because(
                    "credential.no-login", without.code(), without.family().name());
        });
        CredentialMailing.Report report = mailing.queue(order);
        if (dryRun.isSet()) {
            desk.say("credential.reset.would-mail", family);
            return ExitCode.OK;
        }
        return new MailOutcome(desk).sendListed(office, report.toSend(), to, route.perMinute(), true);
    }
}
