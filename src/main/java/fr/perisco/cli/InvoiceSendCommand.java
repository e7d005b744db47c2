package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.InvoiceMailing;
import fr.perisco.workflow.MailRoute;
import fr.perisco.workflow.Office;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Queues invoices to be mailed, and sends them. */
@Command
final class InvoiceSendCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "NUMBER", arity = "0..1", descriptionKey = "arg.invoice")
    @Nullable
    String number;

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth month;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--again")
    boolean again;

    @Mixin
    MailRouteOptions route = new MailRouteOptions();

    @Mixin
    MailListing listing = new MailListing();

    @Mixin
    DryRun dryRun = new DryRun();

    InvoiceSendCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ((number == null) == (month == null)) {
            throw Misused.because("invoice.pdf.number-or-month");
        }
        if (number != null && family != null) {
            throw Misused.because("usage.exclusive", "NUMBER --family");
        }
        Optional<MailRoute> to = route.route(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            InvoiceMailing.Report report =
                    new InvoiceMailing(office).queue(new InvoiceMailing.Order(number, month, family, again));
            MailOutcome outcome = new MailOutcome(desk);
            if (to.isEmpty() || dryRun.isSet()) {
                outcome.list(report, listing.verbose);
                tell(report);
                return ExitCode.OK;
            }
            tell(report);
            return outcome.send(office, report, to.get(), route.perMinute(), listing.verbose);
        }
    }

    private void tell(InvoiceMailing.Report report) {
        report.withoutAddress().forEach(desk::remark);
        int queued = report.queued();
        desk.say(
                dryRun.isSet() ? "invoice.send.would" : "invoice.send.done",
                queued,
                report.lines().size() - queued,
                report.withoutAddress().size());
    }
}
