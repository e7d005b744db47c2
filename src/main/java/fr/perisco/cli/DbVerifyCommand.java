package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.workflow.DatabaseCheck;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Checks the database: silent when all holds. */
@Command
final class DbVerifyCommand implements Callable<Integer> {
    private final Desk desk;

    DbVerifyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.openUnchecked()) {
            DatabaseCheck check = new DatabaseCheck(office);
            List<Reason> findings = check.findings();
            findings.forEach(
                    finding -> desk.complain(finding.code(), finding.details().toArray()));
            if (!findings.isEmpty()) {
                check.remedy()
                        .ifPresent(remedy ->
                                desk.complain(remedy.code(), remedy.details().toArray()));
            }
            return findings.isEmpty() ? ExitCode.OK : ExitCode.BAD_DATA;
        }
    }
}
