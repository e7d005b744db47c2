package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.InvoiceCancellation;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels an invoice by a credit note. */
@Command
final class InvoiceCreditCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "NUMBER", descriptionKey = "arg.invoice")
    @Nullable
    String number;

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth month;

    @Option(names = "--reason", paramLabel = "REASON", required = true)
    String reason = "";

    @Option(names = "--issued-on", paramLabel = "DAY")
    @Nullable
    LocalDate issuedOn;

    @Mixin
    DryRun dryRun = new DryRun();

    InvoiceCreditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ((number == null) == (month == null)) {
            throw Misused.because("invoice.pdf.number-or-month");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            InvoiceCancellation cancellation = new InvoiceCancellation(office);
            if (number == null) {
                ofMonth(cancellation, Objects.requireNonNull(month));
            } else {
                of(cancellation, number);
            }
        }
        return ExitCode.OK;
    }

    private void of(InvoiceCancellation cancellation, String invoice) {
        InvoiceCancellation.Report report = cancellation.cancel(invoice, reason, issuedOn);
        if (report.issued()) {
            desk.print(InvoiceTables.cancelled(List.of(report)));
            tellNext(report.month(), List.of(report));
        } else {
            desk.say("invoice.credit.known", invoice, report.number());
        }
    }

    private void ofMonth(InvoiceCancellation cancellation, YearMonth invoiced) {
        List<InvoiceCancellation.Report> reports;
        try (Progress progress = Progress.of(desk)) {
            reports = cancellation.cancel(invoiced, reason, issuedOn, progress);
        }
        if (desk.wantsList(reports.isEmpty())) {
            desk.print(InvoiceTables.cancelledMonth(reports));
        }
        if (reports.isEmpty()) {
            desk.say("invoice.credit.none", invoiced);
        } else {
            tellNext(invoiced, reports);
        }
    }

    private void tellNext(YearMonth invoiced, List<InvoiceCancellation.Report> reports) {
        desk.say("invoice.credit.next", invoiced.toString());
        reports.stream()
                .filter(report -> report.treasuryList() != null)
                .forEach(
                        report -> desk.warn("invoice.credit.with-treasury", report.cancelled(), report.treasuryList()));
    }
}
