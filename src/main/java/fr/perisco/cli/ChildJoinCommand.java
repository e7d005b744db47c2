package fr.perisco.cli;

import fr.perisco.workflow.ChildFamilies;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a child belong to a second family. */
@Command
final class ChildJoinCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Mixin
    DryRun dryRun = new DryRun();

    ChildJoinCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            ChildFamilies.Report report = new ChildFamilies(office).join(child, family, from);
            FamilyTables.membership(desk, report);
            String done = dryRun.isSet() ? "child.join.would" : "child.join.done";
            desk.say(report.changed() ? done : "child.join.known", child, family);
        }
        return ExitCode.OK;
    }
}
