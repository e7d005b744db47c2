package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentExport;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the PayFiP payment references of open invoices. */
@Command
final class PaymentExportCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output")
    @Nullable
    String output;

    @Option(names = "--month", paramLabel = "MONTH", descriptionKey = "filter.month")
    @Nullable
    YearMonth month;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentExport.References found = new PaymentExport(office).references(month, family);
            Table table = Table.of("numcli", "exer", "refdet", "objet", "montant", "mel", "saisie", "url");
            found.references()
                    .forEach(reference -> table.row(
                            reference.numcli(),
                            reference.exer(),
                            reference.refdet(),
                            reference.objet(),
                            reference.montant(),
                            reference.mel(),
                            reference.saisie(),
                            reference.url()));
            if (!dryRun.isSet()) {
                desk.write(output, table);
            }
            found.notPayable().forEach(desk::remark);
            desk.inform(
                    "payment.export.done",
                    found.references().size(),
                    found.notPayable().size());
        }
        return ExitCode.OK;
    }
}
