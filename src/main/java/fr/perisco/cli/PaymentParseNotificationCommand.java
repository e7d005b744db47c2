package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.NotificationReading;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what PayFiP posts to a portal as a file that {@code payment import} reads. */
@Command
final class PaymentParseNotificationCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            descriptionKey = "perisco.payment.parse-notification.FILE")
    String file = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output")
    @Nullable
    String output;

    PaymentParseNotificationCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Map<String, String> row = NotificationReading.row(desk.content(file), file);
        desk.write(
                output,
                Table.of(row.keySet().toArray(String[]::new)).row(row.values().toArray()));
        return ExitCode.OK;
    }
}
