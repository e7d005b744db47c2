package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentRefund;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Pays a family's credit out. */
@Command
final class PaymentRefundCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "arg.amount")
    Money amount = Money.ZERO;

    @Option(names = "--method", paramLabel = "METHOD", required = true)
    PaymentMethod method = PaymentMethod.TRANSFER;

    @Option(names = "--reason", paramLabel = "REASON", required = true)
    String reason = "";

    @Option(names = "--on", paramLabel = "DAY")
    @Nullable
    LocalDate paidOn;

    @Option(names = "--reference", paramLabel = "TEXT", defaultValue = "")
    String reference = "";

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentRefundCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentRefund.Report report = new PaymentRefund(office)
                    .record(new PaymentRefund.Order(family, amount, method, paidOn, reference, reason));
            desk.print(Table.of("refund", "family", "method", "amount", "credit")
                    .row(report.id(), family, method.code(), amount, report.left()));
            if (report.due().isPositive()) {
                desk.warn("refund.still-due", family, report.due());
            }
        }
        return ExitCode.OK;
    }
}
