package fr.perisco.cli;

import fr.perisco.domain.credential.CredentialPlan;
import fr.perisco.domain.reason.Reason;
import fr.perisco.workflow.CredentialMailing;
import fr.perisco.workflow.MailRoute;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws passwords and mails them. */
@Command
final class CredentialSendCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--family", paramLabel = "FAMILY")
    List<String> families = List.of();

    @Option(names = "--all")
    boolean all;

    @Mixin
    MailRouteOptions route = new MailRouteOptions();

    @Mixin
    MailListing listing = new MailListing();

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    CredentialSendCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        CredentialMailing.Order order = new CredentialMailing.Order(families, all);
        Optional<MailRoute> to = route.route(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            CredentialMailing mailing = new CredentialMailing(office);
            if (all) {
                confirmation.require(desk, dryRun, question(mailing.plan(order)));
            }
            CredentialMailing.Report report = mailing.queue(order);
            tell(report);
            return to.isEmpty() || dryRun.isSet()
                    ? ExitCode.OK
                    : new MailOutcome(desk)
                            .sendListed(office, report.toSend(), to.get(), route.perMinute(), listing.verbose);
        }
    }

    private static Reason question(CredentialPlan plan) {
        return Reason.of("credential.send.question", plan.toServe().size(), plan.replaced());
    }

    private void tell(CredentialMailing.Report report) {
        CredentialPlan plan = report.plan();
        plan.withoutLogin()
                .forEach(family -> desk.warn(
                        "credential.no-login", family.code(), family.family().name()));
        if (!families.isEmpty()) {
            plan.served().forEach(family -> desk.say("credential.issue.served", family.code()));
        }
        desk.say(
                dryRun.isSet() ? "credential.send.would" : "credential.send.done",
                report.queued().size(),
                report.waiting().size(),
                plan.served().size(),
                plan.withoutLogin().size());
    }
}
