package fr.perisco.cli;

import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.domain.report.MonthScope;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.MonthFigures;
import fr.perisco.workflow.MonthPrint;
import fr.perisco.workflow.Office;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A month in figures, and in charts. */
@Command
final class ReportMonthCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "MONTH", descriptionKey = "report.month.MONTH")
    YearMonth month = YearMonth.of(2000, 1);

    @Option(names = "--activity", paramLabel = "ACTIVITY", descriptionKey = "filter.activity")
    @Nullable
    String activity;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    ReportMonthCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            MonthReport report = new MonthFigures(office).of(new MonthScope(month, activity, school));
            if (output == null || output.equals("-")) {
                show(new MonthPage(desk, report));
            } else {
                write(office, report, output);
            }
            tell(report);
        }
        return ExitCode.OK;
    }

    private void show(MonthPage page) {
        switch (desk.options().format) {
            case TABLE -> page.draw();
            case CSV -> desk.print(page.list());
            case JSON -> TableWriter.json(page.form(), desk.out());
        }
    }

    private void write(Office office, MonthReport report, String name) {
        MonthPrint print = new MonthPrint(office);
        Path file = desk.output(name);
        String ending = name.toLowerCase(Locale.ROOT);
        if (ending.endsWith(".csv")) {
            MonthPage page = new MonthPage(desk, report);
            if (!desk.hasRehearsed()) {
                desk.write(name, page.list());
            }
            desk.inform("report.lines", page.list().rows().size(), name);
            return;
        }
        MonthPrint.Report done;
        if (ending.endsWith(".pdf")) {
            done = print.document(report, file);
        } else if (ending.endsWith(".png")) {
            done = print.picture(report, file);
        } else {
            done = print.pictures(report, file);
        }
        if (!done.missing().isEmpty()) {
            desk.warn("report.missing-characters", done.missing());
        }
        desk.inform(
                dryRun.isSet() ? "report.month.would" : "report.month.done", done.written(), done.unchanged(), name);
    }

    private void tell(MonthReport report) {
        if (report.whole().openDays() == null) {
            desk.warn("report.month.no-calendar", SchoolYear.of(month.atDay(1)).toString());
        }
        if (!report.isInvoiced()) {
            desk.inform("report.month.not-invoiced", month);
        }
        if (report.accounts() == null) {
            desk.inform("report.month.narrowed");
        }
    }
}
