package fr.perisco.cli;

import fr.perisco.domain.mail.MailState;
import fr.perisco.workflow.MailQueue;
import fr.perisco.workflow.Office;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes mails out of the queue. */
@Command
final class MailCancelCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    MailChoice choice = new MailChoice();

    @Option(names = "--waiting")
    boolean waiting;

    @Option(names = "--failed")
    boolean failed;

    @Mixin
    DryRun dryRun = new DryRun();

    MailCancelCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        MailQueue.Choice chosen = choice.of(states(), "--waiting --failed");
        try (Office office = desk.open(dryRun.isSet())) {
            MailQueue.Report report = new MailQueue(office).cancel(chosen);
            if (!desk.isTable() || !report.changed().isEmpty()) {
                desk.print(MailTables.queue(desk, report.changed()));
            }
            desk.say(
                    dryRun.isSet() ? "mail.cancel.would" : "mail.cancel.done",
                    report.changed().size(),
                    report.unchanged().size());
        }
        return ExitCode.OK;
    }

    private Set<MailState> states() {
        Set<MailState> states = EnumSet.noneOf(MailState.class);
        if (waiting) {
            states.add(MailState.WAITING);
            states.add(MailState.DEFERRED);
        }
        if (failed) {
            states.add(MailState.FAILED);
        }
        return states;
    }
}
