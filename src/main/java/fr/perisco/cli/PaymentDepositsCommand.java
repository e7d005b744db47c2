package fr.perisco.cli;

import fr.perisco.domain.payment.DepositSlip;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentDeposit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists deposit slips, and prints them again. */
@Command
final class PaymentDepositsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--slip", paramLabel = "NUMBER")
    @Nullable
    Long slip;

    @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "filter.method")
    @Nullable
    PaymentMethod method;

    @Mixin
    Period period = new Period();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output-pdf-or-csv")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentDepositsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentDeposit deposits = new PaymentDeposit(office);
            List<DepositSlip> slips = deposits.list(slip, method, period.from(), period.to());
            ListOutput list = new ListOutput(desk, output);
            if (list.isPdf() && slips.isEmpty()) {
                list.tellNothing();
            } else {
                list.put(
                        slip == null ? DeskTables.slips(slips) : DeskTables.linesOf(slips),
                        file -> deposits.print(slips, file));
            }
        }
        return ExitCode.OK;
    }
}
