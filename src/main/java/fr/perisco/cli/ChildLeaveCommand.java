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

/** Lets a child belong to a family no longer. */
@Command
final class ChildLeaveCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "FAMILY", descriptionKey = "arg.family")
    String family = "";

    @Option(names = "--on", paramLabel = "DAY")
    @Nullable
    LocalDate on;

    @Mixin
    DryRun dryRun = new DryRun();

    ChildLeaveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            ChildFamilies.Report report = new ChildFamilies(office).leave(child, family, on);
            FamilyTables.membership(desk, report);
            String done = dryRun.isSet() ? "child.leave.would" : "child.leave.done";
            desk.say(report.changed() ? done : "child.leave.known", child, family);
        }
        return ExitCode.OK;
    }
}
