package fr.perisco.cli;

import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentDeposit;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes deposit slips. */
@Command
final class PaymentDepositCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--method", paramLabel = "METHOD")
    @Nullable
    PaymentMethod method;

    @Option(names = "--until", paramLabel = "DAY")
    @Nullable
    LocalDate until;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentDepositCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentDeposit.Report report =
                    new PaymentDeposit(office).make(method, until, output == null ? null : desk.output(output));
            report.notices().forEach(desk::warn);
            if (!report.slips().isEmpty() || !desk.isTable()) {
                desk.print(DeskTables.linesOf(report.slips()));
            }
            if (report.slips().isEmpty()) {
                desk.say("deposit.nothing");
            }
            report.slips()
                    .forEach(slip -> desk.say(
                            dryRun.isSet() ? "deposit.would" : "deposit.done",
                            slip.number(),
                            slip.method().code(),
                            slip.lines().size(),
                            slip.total()));
            if (output != null && !report.slips().isEmpty()) {
                desk.inform("report.file", output);
            }
        }
        return ExitCode.OK;
    }
}
