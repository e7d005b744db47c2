package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentBounce;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that the bank took a payment back. */
@Command
final class PaymentBounceCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "PAYMENT", descriptionKey = "arg.payment")
    long payment;

    @Option(names = "--reason", paramLabel = "REASON", required = true)
    String reason = "";

    @Option(names = "--on", paramLabel = "DAY")
    @Nullable
    LocalDate bouncedOn;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentBounceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentBounce.Report report = new PaymentBounce(office).record(payment, bouncedOn, reason);
            Table table = Table.of("payment", "invoice", "amount", "balance");
            report.reopened().forEach(open -> table.row(payment, open.number(), open.amount(), open.balance()));
            if (!table.isEmpty() || !desk.isTable()) {
                desk.print(table);
            }
            if (report.already()) {
                desk.say("bounce.already", payment, report.bouncedOn());
            } else {
                desk.say(
                        "bounce.done",
                        payment,
                        report.payment().amount(),
                        report.payment().familyCode(),
                        report.reopened().size());
                if (report.owedBack().isPositive()) {
                    desk.warn("bounce.owed-back", report.payment().familyCode(), report.owedBack());
                }
            }
        }
        return ExitCode.OK;
    }
}
