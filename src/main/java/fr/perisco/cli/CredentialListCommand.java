package fr.perisco.cli;

import fr.perisco.domain.credential.CredentialState;
import fr.perisco.domain.credential.ListedCredential;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.CredentialHistory;
import fr.perisco.workflow.CredentialList;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists how far families are with their passwords. */
@Command
final class CredentialListCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable
    CredentialState state;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--history")
    boolean history;

    CredentialListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            CredentialList.Filter filter = new CredentialList.Filter(family, school, state);
            desk.print(
                    history
                            ? deliveries(new CredentialHistory(office).of(filter))
                            : standings(new CredentialList(office).of(filter)));
        }
        return ExitCode.OK;
    }

    private Table deliveries(List<CredentialHistory.Line> lines) {
        Table table = Table.of("family", "name", "delivered_by", "delivered_at", "to", "state", "reply");
        lines.forEach(line -> table.row(
                line.family().code(),
                line.family().family().name(),
                line.channel().code(),
                MailTables.moment(line.at()),
                line.to(),
                line.state(),
                MailTables.reply(desk, line.reply(), line.reason())));
        return table.totals(lines.size(), "", "", null, "", "", "");
    }

    private static Table standings(List<ListedCredential> listed) {
        Table table = Table.of(
                "family", "name", "login", "state", "locked_until", "delivered_by", "delivered_at", "mail", "reply");
        listed.forEach(one -> table.row(
                one.family().code(),
                one.family().family().name(),
                one.family().login(),
                one.state().code(),
                MailTables.moment(one.lockedUntil()),
                one.delivery() == null ? "" : one.delivery().channel().code(),
                MailTables.moment(one.delivery() == null ? null : one.delivery().at()),
                one.mail(),
                one.reply()));
        return table.totals(listed.size(), "", "", "", null, "", null, "", "");
    }
}
