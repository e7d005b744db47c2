package fr.perisco.cli;

import fr.perisco.workflow.InvoiceRun;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invoices a month. */
@Command
final class InvoiceRunCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "MONTH", descriptionKey = "arg.month")
    YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--expect", paramLabel = "FINGERPRINT")
    @Nullable
    String expect;

    @Option(names = "--skip-blocked")
    boolean skipBlocked;

    @Option(names = "--issued-on", paramLabel = "DAY", descriptionKey = "option.issued-on")
    @Nullable
    LocalDate issuedOn;

    @Option(names = "--due-on", paramLabel = "DAY", descriptionKey = "option.due-on")
    @Nullable
    LocalDate dueOn;

    @Mixin
    DryRun dryRun = new DryRun();

    InvoiceRunCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            InvoiceRun.Report report =
                    new InvoiceRun(office).run(new InvoiceRun.Order(month, issuedOn, dueOn, expect, skipBlocked));
            if (!desk.isQuiet()) {
                InvoiceTables.warn(desk, report.month());
            }
            report.leftOut().forEach(left -> desk.warn("anomaly.month-not-invoiced", left, left.toString()));
            int setAside = report.month().plan().setAside().size();
            if (report.isNothingIssued() && setAside == 0) {
                desk.say("invoice.run.nothing", month);
            }
            tell(dryRun.isSet() ? "invoice.run.rehearsed" : "invoice.run.done", report.invoices());
            tell("invoice.run.credit-notes", report.creditNotes());
            if (!report.isNothingIssued()) {
                if (!desk.isQuiet()) {
                    desk.print(about(report), MonthTables.summary(report.summary()));
                }
                desk.say("invoice.run.total", month, report.month().plan().total());
            }
            if (setAside > 0) {
                desk.complain("invoice.run.set-aside", setAside);
                return ExitCode.PARTIAL;
            }
        }
        return ExitCode.OK;
    }

    private static Map<String, Object> about(InvoiceRun.Report report) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("month", report.month().plan().month());
        about.put("invoices", report.invoices().size());
        about.put("credit_notes", report.creditNotes().size());
        about.put("set_aside", report.month().plan().setAside().size());
        about.put("amount", report.month().plan().total());
        about.put("fingerprint", report.month().fingerprint());
        return about;
    }

    private void tell(String sentence, List<String> numbers) {
        if (!numbers.isEmpty()) {
            desk.say(sentence, month, numbers.size(), numbers.get(0), numbers.get(numbers.size() - 1));
        }
    }
}
