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

/** Lets mails wait again that failed, are deferred or are in doubt. */
@Command
final class MailRetryCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    MailChoice choice = new MailChoice();

    @Option(names = "--failed")
    boolean failed;

    @Option(names = "--uncertain")
    boolean uncertain;

    @Option(names = "--deferred")
    boolean deferred;

    @Mixin
    DryRun dryRun = new DryRun();

    MailRetryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        MailQueue.Choice chosen = choice.of(states(), "--failed --uncertain --deferred");
        try (Office office = desk.open(dryRun.isSet())) {
            MailQueue.Report report = new MailQueue(office).retry(chosen);
            if (!desk.isTable() || !report.changed().isEmpty()) {
                desk.print(MailTables.queue(desk, report.changed()));
            }
            report.notices().forEach(desk::warn);
            desk.say(
                    dryRun.isSet() ? "mail.retry.would" : "mail.retry.done",
                    report.changed().size(),
                    report.unchanged().size());
        }
        return ExitCode.OK;
    }

    private Set<MailState> states() {
        Set<MailState> states = EnumSet.noneOf(MailState.class);
        if (failed) {
            states.add(MailState.FAILED);
        }
        if (uncertain) {
            states.add(MailState.UNCERTAIN);
        }
        if (deferred) {
            states.add(MailState.DEFERRED);
        }
        return states;
    }
}
