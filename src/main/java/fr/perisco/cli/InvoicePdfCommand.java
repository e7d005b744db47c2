package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.InvoicePrint;
import fr.perisco.workflow.Office;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes invoices as PDF files. */
@Command
final class InvoicePdfCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "NUMBER", arity = "0..1", descriptionKey = "arg.invoice")
    @Nullable
    String number;

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth month;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            required = true)
    String output = "";

    @Mixin
    DryRun dryRun = new DryRun();

    InvoicePdfCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ((number == null) == (month == null)) {
            throw Misused.because("invoice.pdf.number-or-month");
        }
        if (output.equals("-")) {
            throw Misused.because("pdf.not-on-stdout");
        }
        try (Office office = desk.open(dryRun.isSet());
                Progress progress = Progress.of(desk)) {
            InvoicePrint print = new InvoicePrint(office, progress);
            InvoicePrint.Report report = number == null
                    ? print.month(month, desk.output(output))
                    : print.single(number, desk.output(output));
            report.missingCharacters().forEach(desk::warn);
            desk.say(
                    dryRun.isSet() ? "invoice.pdf.would" : "invoice.pdf.done",
                    report.written(),
                    report.unchanged(),
                    output);
        }
        return ExitCode.OK;
    }
}
