package fr.perisco.cli;

import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.workflow.MailQueue;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists mails: what was sent, waits, failed, is in doubt. */
@Command
final class MailQueueCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "mail.option.state")
    @Nullable
    MailState state;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "mail.option.kind")
    @Nullable
    MailKind kind;

    @Mixin
    Period period = new Period();

    MailQueueCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        MailFilter filter = new MailFilter(kind, family, state, period.from(), period.to());
        try (Office office = desk.open()) {
            desk.print(MailTables.queue(desk, new MailQueue(office).list(filter)));
        }
        return ExitCode.OK;
    }
}
