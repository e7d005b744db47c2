package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.InvoiceCancellation;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
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

    @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.invoice")
    String number = "";

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
        try (Office office = desk.open(dryRun.isSet())) {
            InvoiceCancellation.Report report = new InvoiceCancellation(office).cancel(number, reason, issuedOn);
            if (!report.issued()) {
                desk.say("invoice.credit.known", number, report.number());
                return ExitCode.OK;
            }
            desk.print(Table.of("number", "cancels", "month", "amount", "settles", "credit")
                    .row(
                            report.number(),
                            report.cancelled(),
                            report.month(),
                            report.amount(),
                            report.settled(),
                            report.credit()));
            desk.say("invoice.credit.next", report.month().toString());
            if (report.treasuryList() != null) {
                desk.warn("invoice.credit.with-treasury", report.cancelled(), report.treasuryList());
            }
        }
        return ExitCode.OK;
    }
}
