package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reservation.ExpectedChild;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.RollCall;
import fr.perisco.workflow.RollCallPrint;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the children who are expected, class by class, or prints the sheets on which they are ticked. */
@Command
final class ReportAttendanceCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    ReportScope scope = new ReportScope();

    @Option(names = "--class", paramLabel = "CLASS")
    @Nullable
    String schoolClass;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR")
    @Nullable
    String output;

    @Option(names = "--authorised")
    boolean authorised;

    @Mixin
    DryRun dryRun = new DryRun();

    ReportAttendanceCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        RollCall.Filter filter = new RollCall.Filter(scope.against(desk.now().toLocalDate()), schoolClass);
        if (authorised && (output == null || output.equals("-"))) {
            throw Misused.because("report.attendance.authorised");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            if (output == null || output.equals("-")) {
                list(new RollCall(office).list(filter));
            } else {
                print(output, new RollCallPrint.Order(filter, scope.isWeek(), authorised), new RollCallPrint(office));
            }
        }
        return ExitCode.OK;
    }

    private void list(List<ExpectedChild> children) {
        Table table = Table.of(
                "date",
                "activity",
                "unit",
                "school",
                "class",
                "child",
                "name",
                "diet",
                "attendance",
                "expected",
                "pai",
                "allergy");
        children.forEach(child -> table.row(
                child.day(),
                child.activity(),
                child.unit(),
                child.school(),
                child.schoolClass(),
                child.child(),
                child.name(),
                child.diet(),
                child.attendance() == null ? "" : child.attendance().code(),
                child.expected() ? "yes" : "no",
                child.pai() ? "yes" : "no",
                child.allergy() ? "yes" : "no"));
        desk.print(table.totals(
                "",
                "",
                "",
                "",
                "",
                children.stream().filter(ExpectedChild::expected).count(),
                "",
                "",
                "",
                "",
                "",
                ""));
    }

    private void print(String target, RollCallPrint.Order order, RollCallPrint print) {
        RollCallPrint.Report report = target.toLowerCase(Locale.ROOT).endsWith(".pdf")
                ? print.single(order, desk.output(target))
                : print.each(order, desk.output(target));
        if (!report.missing().isEmpty()) {
            desk.warn("report.missing-characters", report.missing());
        }
        if (report.sheets() == 0) {
            desk.say("report.attendance.nobody");
        } else {
            String code = dryRun.isSet() ? "report.attendance.would" : "report.attendance.done";
            desk.say(code, report.sheets(), report.written(), report.unchanged(), target);
        }
    }
}
