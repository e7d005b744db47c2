package fr.perisco.cli;

import fr.perisco.workflow.Office;
import fr.perisco.workflow.ShuttleList;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the children who have a place in a shuttle. */
@Command
final class ShuttleChildrenCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--child", paramLabel = "CHILD", descriptionKey = "filter.child")
    @Nullable
    String child;

    @Option(names = "--route", paramLabel = "ROUTE", descriptionKey = "filter.route")
    @Nullable
    String route;

    @Mixin
    Period period = new Period();

    ShuttleChildrenCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        LocalDate from = period.from();
        try (Office office = desk.open()) {
            desk.print(ShuttleTables.places(
                    new ShuttleList(office).places(new ShuttleList.Filter(child, route, from, period.to()))));
        }
        return ExitCode.OK;
    }
}
