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

/** Gives a child a place in a shuttle. */
@Command
final class ShuttleAssignCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ROUTE", descriptionKey = "arg.route")
    String route = "";

    @Parameters(index = "2", paramLabel = "STOP", descriptionKey = "arg.stop")
    String stop = "";

    @Option(names = "--days", paramLabel = "WEEKDAYS")
    @Nullable
    Weekdays days;

    @Option(names = "--from", paramLabel = "DAY")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY")
    @Nullable
    LocalDate to;

    @Option(names = "--override", paramLabel = "REASON")
    @Nullable
    String override;

    @Mixin
    DryRun dryRun = new DryRun();

    ShuttleAssignCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Period.requireOrder(from, to);
        try (Office office = desk.open(dryRun.isSet())) {
            ShuttleTables.assigned(
                    desk,
                    new ShuttleAssignment(office)
                            .assign(new ShuttleAssignment.Order(child, route, stop, days, from, to, override)));
        }
        return ExitCode.OK;
    }
}
