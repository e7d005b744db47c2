package fr.perisco.cli;

import fr.perisco.domain.invoice.Anomaly;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.InvoicePreview;
import fr.perisco.workflow.Office;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what would stop a month's invoices, and what a clerk should know. */
@Command
final class InvoiceCheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "MONTH", descriptionKey = "arg.month")
    YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    InvoiceCheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<Anomaly> anomalies = new InvoicePreview(office).check(month, family);
            Table table = Table.of("severity", "family", "code", "message");
            anomalies.forEach(anomaly -> table.row(
                    anomaly.blocks() ? "blocks" : "warns",
                    anomaly.familyCode(),
                    anomaly.reason().code(),
                    desk.words().say(anomaly.reason())));
            boolean blocked = anomalies.stream().anyMatch(Anomaly::blocks);
            if (!anomalies.isEmpty() || !desk.isTable()) {
                desk.print(table);
            }
            desk.say(blocked ? "invoice.check.blocked" : "invoice.check.clear", month, anomalies.size());
            return blocked ? ExitCode.REFUSED : ExitCode.OK;
        }
    }
}
