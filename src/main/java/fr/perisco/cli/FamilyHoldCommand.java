package fr.perisco.cli;

import fr.perisco.workflow.FamilyHold;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps a family from being reminded for a time. */
@Command
final class FamilyHoldCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--until", paramLabel = "DAY", required = true)
    LocalDate until = LocalDate.EPOCH;

    @Option(names = "--reason", paramLabel = "REASON", required = true)
    String reason = "";

    @Mixin
    DryRun dryRun = new DryRun();

    FamilyHoldCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            boolean changed = new FamilyHold(office).place(family, until, reason);
            desk.say(changed ? "hold.placed" : "hold.known", family, until);
        }
        return ExitCode.OK;
    }
}
