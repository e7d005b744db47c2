package fr.perisco.cli;

import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.ShuttleAssignment;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a child's place in a shuttle back. */
@Command
final class ShuttleRemoveCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ROUTE", descriptionKey = "arg.route")
    String route = "";

    @Option(names = "--days", paramLabel = "WEEKDAYS")
    @Nullable
    Weekdays days;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Mixin
    DryRun dryRun = new DryRun();

    ShuttleRemoveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            ShuttleTables.removed(
                    desk,
                    new ShuttleAssignment(office).remove(new ShuttleAssignment.Removal(child, route, days, from, to)));
        }
        return ExitCode.OK;
    }
}
