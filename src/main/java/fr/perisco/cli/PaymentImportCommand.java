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
        ListOutput output = new ListOutput(desk, reconciliation);
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentImport.Report loaded = new PaymentImport(office).load(file);
            desk.list(loaded.ofErased());
            int code = new ImportSummary(desk, options, dryRun)
                    .print(
                            loaded.payments(),
                            ReconciliationTables.counts(loaded),
                            ReconciliationTables.entries(loaded));
            desk.say(
                    "payment.import.done",
                    loaded.payments().counts().get(0).added(),
                    loaded.taken(),
                    loaded.count(PayFipVerdict.DUPLICATE),
                    loaded.count(PayFipVerdict.REFUSED) + loaded.count(PayFipVerdict.TEST));
            long open = loaded.count(PayFipVerdict.UNKNOWN) + loaded.count(PayFipVerdict.WRONG_CLIENT);
            if (open > 0) {
                desk.warn("payment.import.open", open);
            }
            if (reconciliation != null) {
                output.put(
                        ReconciliationTables.byVerdict(loaded),
                        pdf -> new ReconciliationPrint(office).print(loaded, options.file, pdf));
            }
            if (loaded.awaited() > 0) {
                desk.inform("payment.import.awaited", loaded.awaited(), loaded.awaitedSum());
            }
            return code;
        }
    }
}
