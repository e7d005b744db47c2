package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.InvoicePreview;
import fr.perisco.workflow.MonthComparison;
import fr.perisco.workflow.MonthPlan;
import fr.perisco.workflow.MonthSummary;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a month as it would be invoiced now. */
@Command
final class InvoicePreviewCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "MONTH", descriptionKey = "arg.month")
    YearMonth month = YearMonth.of(1970, 1);

    @ArgGroup
    View view = new View();

    static final class View {
        @Option(names = "--lines")
        boolean lines;

        @Option(names = "--differences")
        boolean differences;

        @Option(names = "--summary")
        boolean summary;
    }

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--issued-on", paramLabel = "DAY", descriptionKey = "option.issued-on")
    @Nullable
    LocalDate issuedOn;

    @Option(names = "--due-on", paramLabel = "DAY", descriptionKey = "option.due-on")
    @Nullable
    LocalDate dueOn;

    InvoicePreviewCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            MonthPlan plan = new InvoicePreview(office).of(month, issuedOn, dueOn, family);
            desk.print(Map.of("fingerprint", plan.fingerprint()), table(office, plan));
            InvoiceTables.warn(desk, plan);
            desk.complain("invoice.fingerprint", plan.fingerprint());
            if (desk.isTable() && !plan.plan().drafts().isEmpty()) {
                desk.inform("invoice.fingerprint.use", plan.fingerprint(), month.toString());
            }
        }
        return ExitCode.OK;
    }

    private Table table(Office office, MonthPlan plan) {
        if (view.lines) {
            return InvoiceTables.lines(plan);
        }
        if (view.differences) {
            return MonthTables.differences(new MonthComparison(office).differences(plan, family));
        }
        if (view.summary) {
            return MonthTables.summary(new MonthSummary(office).of(plan));
        }
        return InvoiceTables.drafts(plan, new MonthComparison(office).amountsBefore(month));
    }
}
