package fr.perisco.cli;

import fr.perisco.domain.credential.CredentialState;
import fr.perisco.domain.credential.ListedCredential;
import fr.perisco.exchange.table.Table;
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

    CredentialListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            List<ListedCredential> listed =
                    new CredentialList(office).of(new CredentialList.Filter(family, school, state));
            Table table = Table.of(
                    "family",
                    "name",
                    "login",
                    "state",
                    "locked_until",
                    "delivered_by",
                    "delivered_at",
                    "mail",
                    "reply");
            listed.forEach(one -> table.row(
                    one.family().code(),
                    one.family().family().name(),
                    one.family().login(),
                    one.state().code(),
                    MailTables.moment(one.lockedUntil()),
                    one.delivery() == null ? "" : one.delivery().channel().code(),
                    MailTables.moment(
                            one.delivery() == null ? null : one.delivery().at()),
                    one.mail(),
                    one.reply()));
            desk.print(table.totals(listed.size(), "", "", "", null, "", null, "", ""));
        }
        return ExitCode.OK;
    }
}
