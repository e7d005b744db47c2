package fr.perisco.cli;

import fr.perisco.domain.payment.PayFipVerdict;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentImport;
import fr.perisco.workflow.ReconciliationPrint;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports what families paid through PayFiP, and reconciles it with the invoices. */
@Command
final class PaymentImportCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ImportOptions options = new ImportOptions();

    @Option(names = "--report", paramLabel = "FILE")
    @Nullable
    String reconciliation;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ("-".equals(reconciliation)) {
            throw Misused.because("import.report-where");
        }
        ImportFile file = options.read(desk);
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentImport.Report report = new PaymentImport(office).load(file);
            desk.list(report.ofErased());
            int code = new ImportSummary(desk, options, dryRun)
                    .print(
                            report.payments(),
                            ReconciliationTables.counts(report),
                            ReconciliationTables.entries(report));
            desk.say(
                    "payment.import.done",
                    report.payments().counts().get(0).added(),
                    report.taken(),
                    report.count(PayFipVerdict.DUPLICATE),
                    report.count(PayFipVerdict.REFUSED) + report.count(PayFipVerdict.TEST));
            long open = report.count(PayFipVerdict.UNKNOWN) + report.count(PayFipVerdict.WRONG_CLIENT);
            if (open > 0) {
                desk.warn("payment.import.open", open);
            }
            if (reconciliation != null) {
                new ListOutput(desk, reconciliation)
                        .put(
                                ReconciliationTables.byVerdict(report),
                                pdf -> new ReconciliationPrint(office).print(report, options.file, pdf));
            }
            if (report.awaited() > 0) {
                desk.inform("payment.import.awaited", report.awaited(), report.awaitedSum());
            }
            return code;
        }
    }
}
