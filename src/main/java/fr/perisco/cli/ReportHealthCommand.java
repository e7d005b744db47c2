package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.HealthReport;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows or prints what is to be heeded of the health of the children expected at a school on a day. */
@Command
final class ReportHealthCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school", required = true)
    String school = "";

    @Option(names = "--date", paramLabel = "DAY", descriptionKey = "report.date")
    @Nullable
    LocalDate date;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.pdf")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    ReportHealthCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (output != null && !output.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            throw Misused.because("health.pdf-only");
        }
        LocalDate day = date == null ? desk.now().toLocalDate() : date;
        try (Office office = desk.open(dryRun.isSet())) {
            HealthReport report = new HealthReport(office);
            List<HealthReport.Line> lines = report.of(school, day);
            if (output != null) {
                print(report, day, lines, output);
            } else if (!dryRun.isSet()) {
                show(lines);
            }
            long children =
                    lines.stream().map(line -> line.child().child()).distinct().count();
            desk.inform(dryRun.isSet() ? "health.report.would" : "health.report.done", children, school, day);
        }
        return ExitCode.OK;
    }

    private void print(HealthReport report, LocalDate day, List<HealthReport.Line> lines, String name) {
        String missing = report.print(school, day, lines, desk.output(name));
        if (!missing.isEmpty()) {
            desk.warn("report.missing-characters", missing);
        }
    }

    private void show(List<HealthReport.Line> lines) {
        Table table = Table.of("school", "class", "child", "name", "units", "kind", "text");
        lines.forEach(line -> table.row(
                line.child().school(),
                line.child().schoolClass(),
                line.child().child(),
                line.child().name(),
                String.join(", ", line.where()),
                line.note().kind().code(),
                line.note().text()));
        desk.print(table);
    }
}
