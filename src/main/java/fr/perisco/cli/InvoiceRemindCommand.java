package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.ReminderRun;
import java.time.YearMonth;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reminds families of what is overdue. */
@Command
final class InvoiceRemindCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--level", paramLabel = "N")
    @Nullable
    Integer level;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth month;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    InvoiceRemindCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        ReminderRun.Order order = new ReminderRun.Order(level, family, month);
        try (Office office = desk.open(dryRun.isSet())) {
            ReminderRun run = new ReminderRun(office);
            if (output == null) {
                ReminderRun.Report report = run.preview(order);
                tell(report, "due");
                desk.inform("remind.preview", report.reminders().size(), report.total());
            } else {
                ReminderRun.Report report = run.send(order, desk.file(output), isOneFile(output));
                tell(report, dryRun.isSet() ? "due" : "sent");
                desk.say(
                        dryRun.isSet() ? "remind.would" : "remind.done",
                        report.reminders().size(),
                        report.total(),
                        report.written(),
                        output);
            }
        }
        return ExitCode.OK;
    }

    static boolean isOneFile(String output) {
        return output.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private void tell(ReminderRun.Report report, String state) {
        desk.print(RecoveryTables.run(desk, report, state));
        report.missedPlans().forEach(desk::warn);
        report.notices().forEach(desk::warn);
        if (report.leftAlone() > 0) {
            desk.inform("remind.left", report.leftAlone());
        }
        if (report.later() > 0) {
            desk.inform("remind.later", report.later());
        }
    }
}
