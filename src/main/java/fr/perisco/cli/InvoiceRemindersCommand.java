package fr.perisco.cli;

import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.domain.recovery.ReminderState;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.SentReminders;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the reminders that were sent, and prints them again. */
@Command
final class InvoiceRemindersCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "REMINDER", arity = "0..1", descriptionKey = "arg.reminder")
    @Nullable
    Long id;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--level", paramLabel = "N")
    @Nullable
    Integer level;

    @Option(names = "--month", paramLabel = "MONTH")
    @Nullable
    YearMonth month;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Option(names = "--state", paramLabel = "open|partial|paid")
    @Nullable
    ReminderState state;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    InvoiceRemindersCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ("-".equals(output)) {
            throw Misused.because("pdf.not-on-stdout");
        }
        Period.requireOrder(from, to);
        try (Office office = desk.open(dryRun.isSet())) {
            SentReminders sent = new SentReminders(office);
            List<Reminder> reminders = sent.list(new SentReminders.Filter(id, family, level, month, from, to, state));
            desk.print(RecoveryTables.reminders(reminders));
            if (output != null) {
                SentReminders.Printed printed =
                        sent.print(reminders, desk.output(output), InvoiceRemindCommand.isOneFile(output));
                printed.notices().forEach(desk::warn);
                desk.say(
                        dryRun.isSet() ? "invoice.pdf.would" : "invoice.pdf.done",
                        printed.written(),
                        printed.unchanged(),
                        output);
            }
        }
        return ExitCode.OK;
    }
}
