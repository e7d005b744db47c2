package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.PaymentReceipts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints receipts of payments. */
@Command
final class PaymentReceiptCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..*", paramLabel = "PAYMENT", descriptionKey = "arg.payment")
    List<Long> payments = new ArrayList<>();

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Mixin
    Period period = new Period();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentReceiptCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        PaymentReceipts.Selection selection =
                new PaymentReceipts.Selection(payments, family, period.from(), period.to());
        boolean filtered = family != null || selection.from() != null || selection.to() != null;
        if (payments.isEmpty() != filtered) {
            throw Misused.because("receipt.which");
        }
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            PaymentReceipts receipts = new PaymentReceipts(office);
            if (output == null) {
                desk.print(DeskTables.receipts(receipts.list(selection)));
            } else {
                boolean oneFile = output.toLowerCase(Locale.ROOT).endsWith(".pdf");
                PaymentReceipts.Report report = receipts.print(selection, desk.output(output), oneFile);
                report.notices().forEach(desk::warn);
                desk.say(
                        dryRun.isSet() ? "invoice.pdf.would" : "invoice.pdf.done",
                        report.written(),
                        report.unchanged(),
                        output);
            }
        }
        return ExitCode.OK;
    }
}
