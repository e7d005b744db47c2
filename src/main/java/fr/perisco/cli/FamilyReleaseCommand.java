package fr.perisco.cli;

import fr.perisco.workflow.FamilyHold;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends a family's hold. */
@Command
final class FamilyReleaseCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyReleaseCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            desk.say(new FamilyHold(office).release(family) ? "hold.released" : "hold.none", family);
        }
        return ExitCode.OK;
    }
}
