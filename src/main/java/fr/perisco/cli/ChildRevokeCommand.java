package fr.perisco.cli;

import fr.perisco.workflow.AuthorisedPersons;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Notes that someone may fetch a child no longer. */
@Command
final class ChildRevokeCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "arg.authorised")
    String name = "";

    @Mixin
    DryRun dryRun = new DryRun();

    ChildRevokeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            AuthorisedPersons.Report report = new AuthorisedPersons(office).revoke(child, name);
            FamilyTables.authorised(desk, report);
            desk.say(
                    dryRun.isSet() ? "revoke.would" : "revoke.done",
                    report.person().name(),
                    child);
        }
        return ExitCode.OK;
    }
}
