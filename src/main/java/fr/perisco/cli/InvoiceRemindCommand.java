package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.DocumentMailing;
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

    @Option(names = "--mail", descriptionKey = "mail.option.mail")
    boolean mail;

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
            if (output == null && !mail) {
                ReminderRun.Report report = run.preview(order);
                tell(report, "due");
                desk.inform("remind.preview", report.reminders().size(), report.total());
            } else {
                send(office, run, order);
            }
        }
        return ExitCode.OK;
    }

    private void send(Office office, ReminderRun run, ReminderRun.Order order) {
        DocumentMailing mailing = new DocumentMailing(office);
        if (mail) {
            mailing.requireSender();
        }
        ReminderRun.Report report =
                run.send(order, output == null ? null : desk.output(output), output != null && isOneFile(output));
        tell(report, dryRun.isSet() ? "due" : "sent");
        if (output != null) {
            desk.say(
                    dryRun.isSet() ? "remind.would" : "remind.done",
                    report.reminders().size(),
                    report.total(),
                    report.written(),
                    output);
        }
        if (mail) {
            new MailOutcome(desk).tell(mailing.reminders(dryRun.isSet() ? report.reminders() : run.ofToday(order)));
        }
    }

    static boolean isOneFile(String output) {
        return output.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private void tell(ReminderRun.Report report, String state) {
        if (desk.wantsList(false)) {
            desk.print(RecoveryTables.run(desk, report, state));
        }
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
