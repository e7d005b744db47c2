package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records a payment. */
@Command
final class PaymentAddCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Parameters(index = "1", paramLabel = "AMOUNT", descriptionKey = "arg.amount")
    Money amount = Money.ZERO;

    @Option(names = "--method", paramLabel = "METHOD", required = true)
    PaymentMethod method = PaymentMethod.CASH;

    @Option(names = "--invoice", paramLabel = "NUMBER")
    List<String> invoices = new ArrayList<>();

    @Option(names = "--on", paramLabel = "DAY")
    @Nullable
    LocalDate receivedOn;

    @Option(names = "--reference", paramLabel = "TEXT", defaultValue = "")
    String reference = "";

    @Option(names = "--drawer", paramLabel = "NAME", defaultValue = "")
    String drawer = "";

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentAddCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentEntry.Receipt receipt = new PaymentEntry(office)
                    .record(new PaymentEntry.Order(family, amount, method, invoices, receivedOn, reference, drawer));
            Table table = Table.of("payment", "invoice", "amount", "balance");
            receipt.settled().forEach(part -> table.row(receipt.id(), part.number(), part.amount(), part.balance()));
            desk.print(table);
            if (method == PaymentMethod.CHEQUE && reference.isBlank()) {
                desk.warn("payment.cheque-number");
            }
            if (receipt.covered().isPositive()) {
                desk.say("payment.covered", receipt.covered(), family);
            }
            if (receipt.credit().isPositive()) {
                desk.say("payment.credit", receipt.credit(), family);
            }
        }
        return ExitCode.OK;
    }
}
